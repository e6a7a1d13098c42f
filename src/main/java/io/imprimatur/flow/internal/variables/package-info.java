@NullMarked
package io.imprimatur.flow.internal.variables;

import org.jspecify.annotations.NullMarked;
