/** The sandbox of the platforms on a laptop: it is started with the application and has a page. */
@NullMarked
package io.imprimatur.publishing.sandbox.local;

import org.jspecify.annotations.NullMarked;
