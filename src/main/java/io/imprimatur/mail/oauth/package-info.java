/** Access tokens instead of passwords for mail servers that take none, such as those of Microsoft 365 and Google. */
@NullMarked
package io.imprimatur.mail.oauth;

import org.jspecify.annotations.NullMarked;
