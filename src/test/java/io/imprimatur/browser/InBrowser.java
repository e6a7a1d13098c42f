package io.imprimatur.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test that needs a Chromium on this machine; skipped where none is installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "io.imprimatur.browser.Chromium#isInstalled",
        disabledReason = "No Chromium is installed on this machine (Debian: apt-get install chromium).")
@interface InBrowser {}
