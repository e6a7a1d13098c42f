package io.imprimatur.screening;

import org.jspecify.annotations.Nullable;

/** What a finding is about: the identifiers of 45 CFR 164.514(b)(2)(i)(A)-(R), and (b)(2)(ii) as {@link #STORY}. */
public enum Identifier {
    NAME(
            "A",
            "Names",
            "a name",
            "Leave the name out, or speak of \"a patient\". Your own staff can be put into the directory."),
    GEOGRAPHIC(
            "B",
            "Geographic subdivisions smaller than a State",
            "an address or ZIP code",
            "Name the state only, unless this is a public place such as your clinic or the venue of an event."),
    DATE(
            "C",
            "Elements of dates (except year) directly related to an individual",
            "a date",
            "Give the year only, unless this is the date of an announced event."),
    AGE("C", "Ages over 89", "an age over 89", "Write \"90 or older\" instead of the age."),
    PHONE(
            "D",
            "Telephone numbers",
            "a telephone number",
            "Remove the number. Your organisation's own numbers can be put into the directory."),
    FAX(
            "E",
            "Fax numbers",
            "a fax number",
            "Remove the number. Your organisation's own numbers can be put into the directory."),
    EMAIL(
            "F",
            "Electronic mail addresses",
            "an e-mail address",
            "Remove the address, or give a mailbox of your organisation."),
    SSN("G", "Social security numbers", "a social security number", "Remove the number, and every part of it."),
    MRN("H", "Medical record numbers", "a medical record number", "Remove the number, and every part of it."),
    HEALTH_PLAN(
            "I",
            "Health plan beneficiary numbers",
            "a health plan number",
            "Remove the number; name the kind of insurance only."),
    ACCOUNT("J", "Account numbers", "an account number", "Remove the number, and every part of it."),
    LICENSE("K", "Certificate/license numbers", "a licence or certificate number", "Remove the number."),
    VEHICLE("L", "Vehicle identifiers and serial numbers", "a vehicle's number", "Remove the number or plate."),
    DEVICE(
            "M",
            "Device identifiers and serial numbers",
            "a device's serial number",
            "Remove the number; the device's type and model may stay."),
    URL(
            "N",
            "Web Universal Resource Locators (URLs)",
            "a web address",
            "Make sure that this page is nobody's own; link to your organisation or a public body instead."),
    IP_ADDRESS("O", "Internet Protocol (IP) address numbers", "an IP address", "Remove the address."),
    BIOMETRIC("P", "Biometric identifiers", "a biometric identifier", "Remove it."),
    PHOTO(
            "Q",
            "Full face photographic images and any comparable images",
            "a photograph",
            "Show nobody who could be recognised, or have their consent on file."),
    OTHER_ID(
            "R",
            "Any other unique identifying number, characteristic, or code",
            "an identifying number",
            "Remove the number if it belongs to one person or case."),
    STORY(
            null,
            "Actual knowledge that the information could identify an individual",
            "one patient's story",
            "Ask whether somebody who knows this person could recognise them; change or leave out what is particular.");

    private final String rule;
    private final String inWords;
    private final String advice;

    Identifier(@Nullable String paragraph, String title, String inWords, String advice) {
        this.rule = title + ", 45 CFR 164.514(b)(2)" + (paragraph == null ? "(ii)" : "(i)(" + paragraph + ")");
        this.inWords = inWords;
        this.advice = advice;
    }

    /** The paragraph in words, such as {@code Telephone numbers, 45 CFR 164.514(b)(2)(i)(D)}. */
    public String rule() {
        return rule;
    }

    /** Its name within a sentence, with article: {@code a telephone number}. */
    public String inWords() {
        return inWords;
    }

    /** What whoever lets it go out has to answer. */
    public String question() {
        return switch (this) {
            case STORY -> "Could someone who knows them recognise them?";
            case PHOTO -> "Is nobody in this picture recognisable, or is everybody's written consent on file?";
            default -> "Why may it go out?";
        };
    }

    /** What an author usually does about it. */
    public String advice() {
        return advice;
    }
}
