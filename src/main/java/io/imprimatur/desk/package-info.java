@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "platform",
            "audit",
            "identity",
            "flow",
            "content",
            "content :: comparison",
            "screening",
            "review",
            "publishing",
            "publishing :: preview",
            "mail"
        })
@NullMarked
package io.imprimatur.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
