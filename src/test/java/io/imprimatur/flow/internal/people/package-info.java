@NullMarked
package io.imprimatur.flow.internal.people;

import org.jspecify.annotations.NullMarked;
