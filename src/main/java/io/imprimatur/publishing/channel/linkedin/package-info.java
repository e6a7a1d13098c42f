/** Company pages on LinkedIn. */
@NullMarked
package io.imprimatur.publishing.channel.linkedin;

import org.jspecify.annotations.NullMarked;
