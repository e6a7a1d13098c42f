@NullMarked
package io.imprimatur.flow.internal.web;

import org.jspecify.annotations.NullMarked;
