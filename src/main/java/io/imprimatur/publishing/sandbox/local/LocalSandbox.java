package io.imprimatur.publishing.sandbox.local;

import io.imprimatur.publishing.account.SandboxAccounts;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxPlatforms;
import io.imprimatur.publishing.sandbox.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the sandbox, and sets up an account on each of its platforms. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@ConditionalOnProperty(name = "imprimatur.local.sandbox", matchIfMissing = true)
class LocalSandbox {
    private static final Logger LOG = LoggerFactory.getLogger(LocalSandbox.class);

    @Bean(destroyMethod = "close")
    Sandbox sandbox(SandboxProperties properties) {
        try {
            return start(properties, properties.sandboxPort());
        } catch (BindException taken) {
            LOG.warn("Port {} is taken, so the sandbox of the platforms takes another.", properties.sandboxPort());
            try {
                return start(properties, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    SmartInitializingSingleton sandboxAccountsAtStart(Sandbox sandbox, SandboxAccounts accounts) {
        return () -> sandbox.platforms()
                .forEach(platform -> accounts.offer(platform.key(), platform.account(sandbox.url(platform.key()))));
    }

    private static Sandbox start(SandboxProperties properties, int port) throws IOException {
        var folder = properties.dataDir().resolve("sandbox");
        return new Sandbox(
                port,
                properties.sandboxSlowness(),
                SandboxPlatforms.all(name -> Shelf.inFile(folder.resolve(name + ".json"))));
    }
}
