package io.imprimatur.screening;

/** What a finding is about: the identifiers of 45 CFR 164.514(b)(2)(i)(A)-(R), and (b)(2)(ii) as {@link #STORY}. */
public enum Identifier {
    NAME,
    GEOGRAPHIC,
    DATE,
    AGE,
    PHONE,
    FAX,
    EMAIL,
    SSN,
    MRN,
    HEALTH_PLAN,
    ACCOUNT,
    LICENSE,
    VEHICLE,
    DEVICE,
    URL,
    IP_ADDRESS,
    BIOMETRIC,
    PHOTO,
    OTHER_ID,
    STORY
}
