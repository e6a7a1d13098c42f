package io.imprimatur.platform;

import java.net.URI;
import org.springframework.http.ProblemDetail;

/** Builds the problem details (RFC 9457) that every refusal on REST is answered with. */
public final class Problems {
    private static final String TYPE = "urn:imprimatur:problem:";

    private Problems() {}

    /**
     * @param status HTTP status code
     * @param code stable, lower-case, hyphenated; becomes the end of {@code type} and the property {@code code}
     * @param sentence for people; becomes {@code detail}
     */
    public static ProblemDetail of(int status, String code, String sentence) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setDetail(sentence);
        problem.setProperty("code", code);
        return problem;
    }

    /** With the property {@code field} if the refusal is about one. */
    public static ProblemDetail of(Refusal refusal) {
        var problem = of(refusal.kind().status(), refusal.code(), refusal.sentence());
        if (refusal.field() != null) {
            problem.setProperty("field", refusal.field());
        }
        return problem;
    }
}
