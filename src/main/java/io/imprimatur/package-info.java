/** Imprimatur: every folder below is one module; {@code docs/modules.puml} shows who uses whom. */
@NullMarked
package io.imprimatur;

import org.jspecify.annotations.NullMarked;
