/** Accounts on Mastodon instances. */
@NullMarked
package io.imprimatur.publishing.channel.mastodon;

import org.jspecify.annotations.NullMarked;
