@NullMarked
package io.imprimatur.audit.internal;

import org.jspecify.annotations.NullMarked;
