@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"platform", "audit", "identity", "flow", "content", "screening", "review", "publishing"})
@NullMarked
package io.imprimatur.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
