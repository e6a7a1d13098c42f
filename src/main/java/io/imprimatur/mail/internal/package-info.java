@NullMarked
package io.imprimatur.mail.internal;

import org.jspecify.annotations.NullMarked;
