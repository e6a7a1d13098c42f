@NullMarked
package io.imprimatur.content.internal;

import org.jspecify.annotations.NullMarked;
