/** Facebook pages, by Meta's Graph API. */
@NullMarked
package io.imprimatur.publishing.channel.facebook;

import org.jspecify.annotations.NullMarked;
