@NamedInterface("start")
@NullMarked
package io.imprimatur.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
