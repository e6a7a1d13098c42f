/** Names of people, places and organisations, which need context: a small tagger on a frozen sentence encoder. */
@NullMarked
package io.imprimatur.screening.internal.names;

import org.jspecify.annotations.NullMarked;
