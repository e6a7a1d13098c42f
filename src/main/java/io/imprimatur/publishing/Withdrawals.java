package io.imprimatur.publishing;

import io.imprimatur.content.ContentKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes posts down, and keeps what was live. */
public interface Withdrawals {
    /**
     * Orders a post to come down from every channel; what is not sent yet is never sent. An approval that runs is ended.
     *
     * @throws io.imprimatur.platform.Refusal 403 {@code not-allowed-to-withdraw}; 404 {@code content-not-found}; 409
     *     {@code withdrawn}, {@code rejected}; 400 for a note that names a patient
     */
    Withdrawal order(UUID contentId, Order order, String personId);

    /** Orders every piece of that kind down that is published or on its way; in one transaction, or none. */
    List<Withdrawal> orderAll(ContentKind kind, Order order, String personId);

    Optional<Withdrawal> ofContent(UUID contentId);

    /** What was preserved of that piece, oldest first; without the bytes of pictures. */
    List<PreservedPost> preserved(UUID contentId);

    /** A preserved picture. */
    Optional<PreservedPicture> picture(UUID contentId, UUID pictureId);

    /**
     * @param note why, in words; empty for none
     * @param discoveredOn null means today
     */
    record Order(WithdrawalReason reason, String note, @Nullable LocalDate discoveredOn) {}

    /** The bytes of a preserved picture. */
    record PreservedPicture(String type, byte[] bytes) {}
}
