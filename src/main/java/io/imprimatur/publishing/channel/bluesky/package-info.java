@NullMarked
package io.imprimatur.publishing.channel.bluesky;

import org.jspecify.annotations.NullMarked;
