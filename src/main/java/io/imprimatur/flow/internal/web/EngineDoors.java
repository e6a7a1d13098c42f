package io.imprimatur.flow.internal.web;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the filters in their order: login, then who may call what, then the engine's own. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {
    private static final int AFTER_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    DelegatingFilterProxyRegistrationBean engineDoor() {
        return registration("engineDoorFilter", AFTER_LOGIN, "/engine-rest/*", "/camunda/*");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean singleLogin() {
        return registration("singleLoginFilter", AFTER_LOGIN + 1, "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean engineRestLogin() {
        return registration("engineRestLoginFilter", AFTER_LOGIN + 1, "/engine-rest/*");
    }

    private static DelegatingFilterProxyRegistrationBean registration(String filter, int order, String... patterns) {
        var registration = new DelegatingFilterProxyRegistrationBean(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
