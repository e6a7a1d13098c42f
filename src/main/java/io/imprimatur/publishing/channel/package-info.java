/** The port to platforms: what a channel must offer, and the neutral form of what it sends and reads. */
@NullMarked
package io.imprimatur.publishing.channel;

import org.jspecify.annotations.NullMarked;
