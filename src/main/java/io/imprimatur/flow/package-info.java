@ApplicationModule(
        displayName = "Flow",
        allowedDependencies = {"platform", "audit", "identity"})
@NullMarked
package io.imprimatur.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
