package io.imprimatur.platform.local;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the profile {@code local} needs before there are beans; prefix {@code imprimatur.local}.
 *
 * @param dataDir folder for everything that survives a restart
 * @param programsDir folder that PostgreSQL's programs are unpacked to; {@code programs} in the data folder unless given
 * @param databasePatience how long PostgreSQL may take to start or to stop
 * @param smtpPort of the embedded mail server; 0 takes any free one
 * @param imapPort of the embedded mail server; 0 takes any free one
 */
record LocalProperties(
        @DefaultValue("./data") Path dataDir,
        @Nullable Path programsDir,
        @DefaultValue("60s") Duration databasePatience,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("3143") int imapPort) {}
