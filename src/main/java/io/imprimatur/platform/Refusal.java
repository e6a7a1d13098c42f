package io.imprimatur.platform;

import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be granted, said in one sentence that its reader understands. It becomes an RFC 9457 problem on
 * REST, a message on a page, and the text that Tasklist shows. The sentence never quotes content, names or secrets.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code of what somebody else's work at the same moment prevented: asked again, it may well be granted. */
    public static final String AT_THE_SAME_MOMENT = "at-the-same-moment";

    /** What kind of refusal it is; each maps to one HTTP status. */
    public enum Kind {
        INVALID(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA(415),
        PRECONDITION_REQUIRED(428),
        TOO_MANY_REQUESTS(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;

    public Refusal(Kind kind, String code, String sentence) {
        this(kind, code, sentence, null);
    }

    private Refusal(Kind kind, String code, String sentence, @Nullable String field) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.field = field;
    }

    public static Refusal invalid(String code, String sentence) {
        return new Refusal(Kind.INVALID, code, sentence);
    }

    public static Refusal forbidden(String code, String sentence) {
        return new Refusal(Kind.FORBIDDEN, code, sentence);
    }

    public static Refusal notFound(String code, String sentence) {
        return new Refusal(Kind.NOT_FOUND, code, sentence);
    }

    public static Refusal conflict(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, sentence);
    }

    /** The same refusal, naming the field of the request that it is about, such as {@code images[0].altText}. */
    public Refusal about(String field) {
        return new Refusal(kind, code, sentence(), field);
    }

    public Kind kind() {
        return kind;
    }

    /** A stable, lower-case, hyphenated name of the reason, for programs. */
    public String code() {
        return code;
    }

    /** The field of the request that it is about; null when it is about no field in particular. */
    public @Nullable String field() {
        return field;
    }

    /** The reason for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
