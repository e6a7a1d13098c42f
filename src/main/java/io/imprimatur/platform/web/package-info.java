@NullMarked
package io.imprimatur.platform.web;

import org.jspecify.annotations.NullMarked;
