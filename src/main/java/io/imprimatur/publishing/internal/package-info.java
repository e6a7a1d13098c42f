@NullMarked
package io.imprimatur.publishing.internal;

import org.jspecify.annotations.NullMarked;
