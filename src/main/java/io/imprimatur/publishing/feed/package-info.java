/** Published posts as feeds that other pages embed. */
@NullMarked
package io.imprimatur.publishing.feed;

import org.jspecify.annotations.NullMarked;
