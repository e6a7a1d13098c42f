package io.imprimatur.publishing.sandbox;

/** What a sandbox platform does with one request instead of answering it. */
public enum Fault {
    THROTTLED("Too many requests (429)"),
    ERROR_BEFORE_WRITE("Error 500, nothing stored"),
    ERROR_AFTER_WRITE("Error 500, but the post is stored"),
    LOST_BEFORE_WRITE("Connection ends, nothing stored"),
    LOST_ANSWER_AFTER_WRITE("Connection ends, but the post is stored"),
    SILENCE_BEFORE_WRITE("No answer, nothing stored"),
    SILENCE_AFTER_WRITE("No answer, but the post is stored"),
    SLOW("Answers after some seconds"),
    EXPIRED_TOKEN("The token expired"),
    DUPLICATE("Refused as a duplicate"),
    UNAUTHORIZED("Credentials refused (401)"),
    FORBIDDEN("Not allowed (403)"),
    TOO_LARGE("Too large (413)"),
    NOT_JSON("Answers something that is no JSON");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** For people who switch it on. */
    public String sentence() {
        return sentence;
    }
}
