@NullMarked
package io.imprimatur.docs;

import org.jspecify.annotations.NullMarked;
