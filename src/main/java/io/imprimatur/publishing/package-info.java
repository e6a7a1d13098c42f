@ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {"platform", "audit", "identity", "flow", "flow :: spi", "content", "screening", "review"
        })
@NullMarked
package io.imprimatur.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
