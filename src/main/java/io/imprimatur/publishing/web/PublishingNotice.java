package io.imprimatur.publishing.web;

import io.imprimatur.publishing.PublishingStop;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What every page says of publishing as a whole; templates know it as {@code @publishingNotice}. */
@Component("publishingNotice")
public class PublishingNotice {
    private final PublishingStop stop;

    PublishingNotice(PublishingStop stop) {
        this.stop = stop;
    }

    /** A page about a database out of reach must not fail for asking it. */
    public boolean stopped() {
        try {
            return stop.state().stopped();
        } catch (DataAccessException unanswered) {
            return false;
        }
    }
}
