package io.imprimatur.platform.web;

import io.imprimatur.platform.Failures;
import io.imprimatur.platform.Problems;
import io.imprimatur.platform.Refusal;
import jakarta.validation.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;

/** What an exception is answered with: never more than its kind. */
record Explanation(ProblemDetail problem, HttpHeaders headers) {
    private static final Logger LOG = LoggerFactory.getLogger(Explanation.class);

    static Explanation of(Exception failure) {
        var refusal = Causes.find(failure, Refusal.class);
        if (refusal != null) {
            return plain(Problems.of(refusal));
        }
        if (Causes.find(failure, BodyTooLarge.class) != null) {
            return plain(StatusSentences.problem(413));
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return plain(UnreadableBody.problem(unreadable));
        }
        if (failure instanceof ErrorResponse spring) {
            return new Explanation(
                    StatusSentences.problem(spring.getStatusCode().value()), spring.getHeaders());
        }
        if (failure instanceof TypeMismatchException
                || failure instanceof BindException
                || failure instanceof ConstraintViolationException) {
            return plain(StatusSentences.problem(400));
        }
        if (failure instanceof ConcurrencyFailureException || failure instanceof DuplicateKeyException) {
            return plain(Problems.of(
                    409,
                    "changed-meanwhile",
                    "Somebody else changed this at the same moment; load it again and retry."));
        }
        if (failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException) {
            LOG.warn("The database does not answer: {}", Failures.describe(failure));
            return plain(StatusSentences.problem(503));
        }
        LOG.error("Unexpected failure: {}", Failures.describe(failure));
        return plain(StatusSentences.problem(500));
    }

    private static Explanation plain(ProblemDetail problem) {
        return new Explanation(problem, HttpHeaders.EMPTY);
    }
}
