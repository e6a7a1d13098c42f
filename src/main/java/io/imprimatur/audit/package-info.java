@ApplicationModule(
        displayName = "Audit ledger",
        allowedDependencies = {"platform"})
@NullMarked
package io.imprimatur.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
