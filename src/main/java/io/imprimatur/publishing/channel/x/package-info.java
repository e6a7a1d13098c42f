@NullMarked
package io.imprimatur.publishing.channel.x;

import org.jspecify.annotations.NullMarked;
