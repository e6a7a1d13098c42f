@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {"platform", "audit", "identity", "flow", "content", "screening"})
@NullMarked
package io.imprimatur.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
