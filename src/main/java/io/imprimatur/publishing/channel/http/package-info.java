@NullMarked
package io.imprimatur.publishing.channel.http;

import org.jspecify.annotations.NullMarked;
