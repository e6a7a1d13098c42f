package io.imprimatur.screening.internal.image;

/** Makes engines that read text. */
interface TextEngines {
    /** @throws Unreadable when there can be none here */
    TextEngine open() throws Unreadable;
}
