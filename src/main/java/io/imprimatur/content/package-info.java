@ApplicationModule(
        displayName = "Content",
        allowedDependencies = {"platform", "audit", "identity", "flow", "flow :: spi"})
@NullMarked
package io.imprimatur.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
