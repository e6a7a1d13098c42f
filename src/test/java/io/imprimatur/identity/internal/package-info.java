@NullMarked
package io.imprimatur.identity.internal;

import org.jspecify.annotations.NullMarked;
