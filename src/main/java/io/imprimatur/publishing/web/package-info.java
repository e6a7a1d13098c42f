@NullMarked
package io.imprimatur.publishing.web;

import org.jspecify.annotations.NullMarked;
