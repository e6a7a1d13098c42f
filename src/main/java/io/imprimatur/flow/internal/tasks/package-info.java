@NullMarked
package io.imprimatur.flow.internal.tasks;

import org.jspecify.annotations.NullMarked;
