@NullMarked
package io.imprimatur.desk.pages;

import org.jspecify.annotations.NullMarked;
