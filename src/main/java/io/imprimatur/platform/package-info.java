@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package io.imprimatur.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
