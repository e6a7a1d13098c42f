@NullMarked
package io.imprimatur.publishing.channel.portal;

import org.jspecify.annotations.NullMarked;
