@NullMarked
package io.imprimatur.browser;

import org.jspecify.annotations.NullMarked;
