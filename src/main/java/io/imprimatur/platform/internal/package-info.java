@NullMarked
package io.imprimatur.platform.internal;

import org.jspecify.annotations.NullMarked;
