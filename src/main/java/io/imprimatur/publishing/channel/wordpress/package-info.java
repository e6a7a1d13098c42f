@NullMarked
package io.imprimatur.publishing.channel.wordpress;

import org.jspecify.annotations.NullMarked;
