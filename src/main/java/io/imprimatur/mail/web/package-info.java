/** Pages about mail: what operators see to, what people choose, and leaving a list. */
@NullMarked
package io.imprimatur.mail.web;

import org.jspecify.annotations.NullMarked;
