@NullMarked
package io.imprimatur.publishing.channel.newsroom;

import org.jspecify.annotations.NullMarked;
