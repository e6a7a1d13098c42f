@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "platform",
            "audit",
            "identity",
            "flow",
            "flow :: spi",
            "flow :: gate",
            "content",
            "screening"
        })
@NullMarked
package io.imprimatur.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
