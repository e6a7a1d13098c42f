@NullMarked
package io.imprimatur.publishing.channel.ghost;

import org.jspecify.annotations.NullMarked;
