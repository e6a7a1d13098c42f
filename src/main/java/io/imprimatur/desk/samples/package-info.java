@NullMarked
package io.imprimatur.desk.samples;

import org.jspecify.annotations.NullMarked;
