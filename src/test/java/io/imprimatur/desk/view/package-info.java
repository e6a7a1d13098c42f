@NullMarked
package io.imprimatur.desk.view;

import org.jspecify.annotations.NullMarked;
