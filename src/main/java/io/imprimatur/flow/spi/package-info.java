/** What later modules fill so that the engine can ask them. Plain types: nothing here knows the engine. */
@NamedInterface("spi")
@NullMarked
package io.imprimatur.flow.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
