package io.imprimatur.publishing.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where the vault's keys come from: the environment, or on a laptop a file that only its owner reads. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    @Profile("!local")
    Vault vault(AccountProperties properties) {
        return new Vault(new VaultKeys(properties.keys()));
    }

    @Bean
    @Profile("local")
    Vault localVault(AccountProperties properties, @Value("${imprimatur.local.data-dir:./data}") Path folder) {
        return new Vault(new VaultKeys(
                properties.keys().isEmpty() ? List.of(keptIn(folder.resolve("vault.key"))) : properties.keys()));
    }

    private static String keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(file, "local:" + random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
