@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package io.imprimatur.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
