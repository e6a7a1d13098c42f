@NullMarked
package io.imprimatur.desk.internal;

import org.jspecify.annotations.NullMarked;
