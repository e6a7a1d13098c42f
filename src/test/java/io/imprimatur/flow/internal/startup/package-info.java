@NullMarked
package io.imprimatur.flow.internal.startup;

import org.jspecify.annotations.NullMarked;
