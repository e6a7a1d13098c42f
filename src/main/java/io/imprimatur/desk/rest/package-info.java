@NullMarked
package io.imprimatur.desk.rest;

import org.jspecify.annotations.NullMarked;
