@NullMarked
package io.imprimatur.flow.rest;

import org.jspecify.annotations.NullMarked;
