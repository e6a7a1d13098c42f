package io.imprimatur.platform.start;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring Boot from reporting at length what {@link Start} says in one sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuietReporter implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        return StartFailure.sentence(failure).isPresent();
    }
}
