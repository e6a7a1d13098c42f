package io.imprimatur.content;

/** Port: whether an author's words to reviewers may travel; filled by {@code screening}. */
public interface ReasonCheck {
    /** @throws io.imprimatur.platform.Refusal (400, {@code reason-identifies}) when the words hold patient data */
    void requireClear(String words);
}
