package io.imprimatur.platform;

/**
 * A request that cannot be granted, said in one sentence that its reader understands. It becomes an RFC 9457 problem on
 * REST, a message on a page, and the text that Tasklist shows. The sentence never quotes content, names or secrets.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

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

    public Refusal(Kind kind, String code, String sentence) {
        super(sentence);
        this.kind = kind;
        this.code = code;
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

    public Kind kind() {
        return kind;
    }

    /** A stable, lower-case, hyphenated name of the reason, for programs. */
    public String code() {
        return code;
    }

    /** The reason for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
