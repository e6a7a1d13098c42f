package io.imprimatur.identity.internal;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How passwords are stored: each hash names its algorithm, so that a later one can replace it login by login. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
    private static final String CURRENT = "bcrypt";

    @Bean
    PasswordEncoder passwordEncoder(IdentityProperties properties) {
        return new DelegatingPasswordEncoder(
                CURRENT,
                Map.of(
                        CURRENT,
                        new BCryptPasswordEncoder(properties.bcryptStrength()),
                        "pbkdf2",
                        Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }
}
