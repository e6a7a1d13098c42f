package io.imprimatur.screening.internal.directory;

/** What an entry of the organisation's directory names. */
public enum EntryKind {
    /** A person on the staff: first name and surname, with or without title and degrees. */
    STAFF("Staff", "a person's name, such as Dr. Jane Roe"),
    /** A telephone or fax number. */
    PHONE("Phone numbers", "a telephone or fax number, such as +1 202 555 0142"),
    /** An e-mail address, or the domain of all its addresses. */
    EMAIL("E-mail", "an address or a domain, such as clinic.example"),
    /** A web domain; sub-domains are included. */
    DOMAIN("Web domains", "a domain, such as clinic.example"),
    /** A street address. */
    ADDRESS("Street addresses", "a street address, such as 12 Linden Avenue"),
    /** A building, a campus, or a town where it is. */
    LOCATION("Locations", "a building, a campus or a town, such as Springfield campus"),
    /** An announced event, with its days and its place. */
    EVENT("Events", "the event's name, such as Open house");

    private final String title;
    private final String example;

    EntryKind(String title, String example) {
        this.title = title;
        this.example = example;
    }

    /** Its heading on a page. */
    public String title() {
        return title;
    }

    /** What is to be written, in words. */
    public String example() {
        return example;
    }
}
