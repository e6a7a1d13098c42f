package io.imprimatur.publishing.channel.http;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets the calling thread sleep. */
@Component
final class ThreadWaiting implements Waiting {
    @Override
    public void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
