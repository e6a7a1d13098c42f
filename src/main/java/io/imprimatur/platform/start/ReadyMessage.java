package io.imprimatur.platform.start;

import io.imprimatur.platform.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started it where to look, as the last thing of a start. */
@Component
class ReadyMessage {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyMessage.class);

    private final PublicAddress address;

    ReadyMessage(PublicAddress address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell() {
        LOG.info("Imprimatur is ready: open {}", address.of("/"));
    }
}
