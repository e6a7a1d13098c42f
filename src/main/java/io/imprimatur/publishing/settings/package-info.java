/** The module's configuration. */
@NullMarked
package io.imprimatur.publishing.settings;

import org.jspecify.annotations.NullMarked;
