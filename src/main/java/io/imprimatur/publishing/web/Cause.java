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
            "The platform did not accept our user name and password, key or token.",
            "A manager enters new ones on the page Accounts; then try again."),
    ACCOUNT_NOT_ALLOWED(
            "Our account on the platform may not publish.",
            "Ask whoever runs the platform to let the account publish posts and upload images; then try again."),
    API_NOT_FOUND(
            "The platform has no programming interface at the address that is set up.",
            "Ask your operator to correct the address of this channel; then try again."),
    TOO_LARGE_FOR_PLATFORM(
            "The post or one of its images is too large for the platform.",
            "Ask whoever runs the platform to allow larger uploads; then try again."),
    PLATFORM_HAS_DUPLICATE(
            "The platform refused the post because it has the same text already, and it was not found there.",
            "Look on the platform for the same text. The author can write another text for this channel."),
    PLATFORM_REMEMBERS_DELETED_POST(
            "The platform says that it has this post and does not show it: it was deleted there.",
            "See whether the post is live. The author can write another text for this channel."),
    ABSENCE_NOT_PROVEN(
            "The post was not found, and on this platform that does not prove that it is not there.",
            "Look for the post on the platform, then say here whether it is live."),
    TOO_MANY_POSTS_TO_LOOK(
            "The account has so many posts that not all of them could be looked through.",
            "Look for the post on the platform, then say here whether it is live."),
    ACCOUNT_MAY_NOT_READ(
            "The account may not read its own posts, so what is live is not known.",
            "Look for the post on the platform, then say here whether it is live."),
    ACCOUNT_MUST_BE_CONNECTED_AGAIN(
            "The platform does not accept our access any more.",
            "A manager connects the account again on the page Accounts; then try again."),
    ACCOUNT_INCOMPLETE(
            "Something is missing in the account's settings.",
            "A manager fills it in on the page Accounts; then try again."),
    ACCOUNT_SECRET_UNREADABLE(
            "A secret of the account cannot be opened with the keys that this installation has.",
            "Ask your operator to bring the key back, or enter the secret anew on the page Accounts; then try again."),
    TOKEN_BEING_REFRESHED(
            "Our access to the platform was just being renewed.", "Try again. If it stops again, tell your operator."),
    PAGE_NOT_GRANTED(
            "The person who agreed may not speak for this page, or the page's id is wrong.",
            "Check the id on the page Accounts, and let an administrator of the page connect the account."),
    PLATFORM_BLOCKS_POSTING(
            "The platform has blocked the account from posting for a while.",
            "See the notices of the platform for this account; try again when the block ends."),
    ACCOUNT_OUT_OF_CREDIT(
            "The developer account at the platform has no credit left. Nothing was published.",
            "Ask whoever pays for the platform's interface to add credit; then try again."),
    CHARACTER_NOT_ALLOWED(
            "The text holds an invisible character that the platform refuses. Nothing was sent.",
            "The author can begin a new piece and type the text anew instead of pasting it."),
    PORTAL_AMBIGUOUS(
            "The portal has several messages for this post, or did not say which one is it.",
            "Look at the messages in the portal, leave one, then say here whether it is live."),
    PORTAL_CANNOT_PUBLISH_ONCE(
            "The portal's server cannot promise to store a message only once.",
            "Ask whoever runs it to switch on conditional creates (FHIR) for Communication; then test the account again."),
    PORTAL_REFERENCE_UNKNOWN(
            "A recipient or the sender of this account is not known to the portal's server.",
            "Correct recipients and sender on the page Accounts, such as Group/123; then test the account again."),
    API_VERSION_ENDED(
            "The platform has ended the version of its interface that we use.",
            "A manager enters a newer version on the page Accounts; ask your operator which."),
    IMAGE_NOT_READY(
            "The platform did not finish taking an image. Nothing is public.",
            "Try again. If it stops again, the image may not suit the platform."),
    POST_NOT_READY(
            "The platform did not finish preparing the post. Nothing is public.",
            "Try again. If it stops again, see whether the platform works in your browser."),
    IMAGE_TOO_LARGE(
            "An image is larger than the platform takes. Nothing was sent.",
            "The author can begin a new piece with a smaller image."),
    TOO_MANY_IMAGES(
            "The platform takes fewer images than the post has. Nothing was sent.",
            "The author can begin a new piece with fewer images for this channel."),
    ALT_TEXT_TOO_LONG(
            "The description of an image is longer than the platform takes. Nothing was sent.",
            "The author can begin a new piece with a shorter description."),
    TOO_LONG_FOR_PLATFORM(
            "The text is longer than the platform takes, and it would be cut. Nothing was sent.",
            "The author can begin a new piece with a shorter text for this channel."),
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
