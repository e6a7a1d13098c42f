/** Fetches mail from the mailbox for answers: nothing is lost, and nothing is taken twice. */
@NullMarked
package io.imprimatur.mail.mailbox;

import org.jspecify.annotations.NullMarked;
