@ApplicationModule(
        displayName = "Screening",
        allowedDependencies = {"platform", "audit", "identity", "flow", "content"})
@NullMarked
package io.imprimatur.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
