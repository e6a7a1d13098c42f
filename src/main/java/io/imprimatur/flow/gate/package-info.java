/** What a model may contain. Works without an engine: the deployment gate and the command line ask it. */
@NamedInterface("gate")
@NullMarked
package io.imprimatur.flow.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
