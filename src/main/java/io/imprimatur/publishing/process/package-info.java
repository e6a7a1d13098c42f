@NullMarked
package io.imprimatur.publishing.process;

import org.jspecify.annotations.NullMarked;
