/** A mail server inside the process and a page to read its mail, for the profile {@code local} only. */
@NullMarked
package io.imprimatur.mail.local;

import org.jspecify.annotations.NullMarked;
