/** Signs outgoing mail with DKIM (RFC 6376). */
@NullMarked
package io.imprimatur.mail.signing;

import org.jspecify.annotations.NullMarked;
