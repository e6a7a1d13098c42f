/** Whether a mail really comes from the domain that its From names. */
@NullMarked
package io.imprimatur.mail.authenticity;

import org.jspecify.annotations.NullMarked;
