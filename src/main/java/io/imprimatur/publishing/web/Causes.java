package io.imprimatur.publishing.web;

import org.springframework.stereotype.Component;

/** What codes of trouble mean, in words; templates know it as {@code @causes}. */
@Component("causes")
public class Causes {
    public String sentence(String code) {
        return Cause.of(code).sentence();
    }

    public String advice(String code) {
        return Cause.of(code).advice();
    }
}
