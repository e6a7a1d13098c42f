package io.imprimatur.screening.internal.image;

/** Why what was read in an image may not be all that stands in it. */
enum Doubt {
    OFF("Reading text in images is switched off here, so nobody has looked for text in this image."),
    UNAVAILABLE("The text in this image could not be read, because the program that reads it is not available."),
    TIMED_OUT("The text in this image could not be read in time."),
    BUSY("The text in this image could not be read, because too many images waited to be read."),
    UNREADABLE("This image could not be opened to read the text in it."),
    ILLEGIBLE("There is writing in this image, or something like it, that could not be read well."),
    ANIMATED("This image moves, and only its first picture was read."),
    CUT("There is more text in this image than could be screened.");

    private final String sentence;

    Doubt(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Whether another try may tell more. */
    boolean passes() {
        return this == UNAVAILABLE || this == TIMED_OUT || this == BUSY;
    }
}
