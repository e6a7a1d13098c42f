package io.imprimatur.mail.authenticity;

/** One means to prove a claim. Never throws. */
interface Evidence {
    /** There is nothing to judge: the means is not configured, or the mail carries nothing of it. */
    Authenticity.Unproven ABSENT = new Authenticity.Unproven("no-proof");

    Authenticity judge(Claim claim);
}
