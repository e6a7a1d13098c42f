package io.imprimatur.publishing.web;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every code of what can stop a post, in words, with what a manager can do. */
enum Cause {
    RELEASE_REFUSED(
            "An approval was no longer in force when this should have gone out. Nothing was sent.",
            "Open the piece and see which review is missing. Try again once it is approved."),
    RELEASE_UNANSWERED(
            "It could not be checked whether every approval is in force. Nothing was sent.",
            "Try again. If it stops again, tell your operator."),
    NOT_WHAT_WAS_APPROVED(
            "What is stored is not what was approved. Nothing was sent.",
            "Do not try again before your operator has found out who changed the stored text or image."),
    CHANNEL_MISSING("This channel is not set up any more.", "Ask your operator to set it up again; then try again."),
    INTERRUPTED(
            "Sending was interrupted several times. It is not live.",
            "Try again. If it stops again, tell your operator."),
    CHANNEL_FAULT(
            "A fault in Imprimatur itself kept it from talking with the platform.",
            "Try again. If it stops again, tell your operator."),
    LIVE_DIFFERS(
            "What readers see is not what was approved.",
            "Compare the post on the platform with the piece. Set it right there and let it be checked again, or keep it as it"
                    + " is."),
    LIVE_MISSING(
            "It was published and is not there any more.",
            "Somebody may have taken it down on the platform. Put it back there and let it be checked again, or leave it as it"
                    + " is."),
    LIVE_NOT_FOUND(
            "A manager said that it is live, but it could not be found on the platform.",
            "Look at the platform again, and let it be checked again, or keep it as it is."),
    APPROVAL_EXPIRED(
            "The approvals were too old when this should have gone out, and other channels have the post already.",
            "Begin a new piece for this channel, or leave it out."),
    TAKEN_AT_WORD("Somebody took it down by hand on a platform that cannot be read.", "Nothing to do."),
    NEVER_SENT("It was never sent there.", "Nothing to do."),
    STILL_LIVE(
            "It was taken down several times, and readers still see it.",
            "Look at the post on the platform and take it down there, then say so."),
    LIVE_UNKNOWN(
            "It is not known where it is live, if it is, so it cannot be taken down from here.",
            "Look for it on the platform and take it down there, then say so."),
    NO_ANSWER(
            "The platform was asked and did not answer, so it is not known whether the post is live.",
            "Look for the post on the platform, then say here whether it is live."),
    PLATFORM_UNREACHABLE(
            "The platform could not be reached.",
            "See whether the platform works in your browser. Try again when it does."),
    PLATFORM_ERROR(
            "The platform answered with an error of its own.",
            "See whether the platform works in your browser. Try again when it does."),
    PLATFORM_THROTTLES(
            "The platform kept asking us to wait.",
            "Try again later; if it happens often, ask your operator about the account's limits."),
    PLATFORM_REJECTS_CONTENT(
            "The platform does not accept this post as it is.",
            "Its text or an image may not suit the platform. The author can write a new piece for it."),
    PLATFORM_REFUSES(
            "The platform refused the post.",
            "See on the platform whether the account is restricted. Try again when it is not."),
    PLATFORM_REDIRECTS(
            "The platform has moved to another address.",
            "Ask your operator to correct the address of this channel; then try again."),
    PLATFORM_CHANGES_CONTENT(
            "The platform would show another text than the approved one, so it was not made public.",
            "A plug-in or setting of the platform changes texts. Ask whoever runs it to switch that off; then try again."),
    CHANGED_ON_PLATFORM(
            "Somebody changed this post on the platform: it is in the bin, waits for a time, or is private.",
            "Look at the post on the platform, then say here whether it is live, or try again."),
    CREDENTIALS_REFUSED(
            "The platform did not accept our user name and password.",
            "Ask your operator for a new application password for this channel; then try again."),
    ACCOUNT_NOT_ALLOWED(
            "Our account on the platform may not publish.",
            "Ask whoever runs the platform to let the account publish posts and upload images; then try again."),
    API_NOT_FOUND(
            "The platform has no programming interface at the address that is set up.",
            "Ask your operator to correct the address of this channel; then try again."),
    TOO_LARGE_FOR_PLATFORM(
            "The post or one of its images is too large for the platform.",
            "Ask whoever runs the platform to allow larger uploads; then try again."),
    NEWSROOM_LOST_IT("The newsroom did not keep the post.", "Try again. If it stops again, tell your operator."),
    STEP_FAILED(
            "A step of the approval flow failed several times.", "Try again. If it stops again, tell your operator.");

    private static final Map<String, Cause> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Cause::code, Function.identity()));

    private final String sentence;
    private final String advice;

    Cause(String sentence, String advice) {
        this.sentence = sentence;
        this.advice = advice;
    }

    static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    static Cause of(String code) {
        return BY_CODE.getOrDefault(code, STEP_FAILED);
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }

    String advice() {
        return advice;
    }
}
