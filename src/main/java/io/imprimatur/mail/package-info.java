@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {
            "platform",
            "audit",
            "identity",
            "flow",
            "flow :: spi",
            "content",
            "content :: comparison",
            "screening",
            "review",
            "publishing"
        })
@NullMarked
package io.imprimatur.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
