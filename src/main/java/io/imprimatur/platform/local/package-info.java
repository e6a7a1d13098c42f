@NullMarked
package io.imprimatur.platform.local;

import org.jspecify.annotations.NullMarked;
