package io.imprimatur.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxBodySize of a request that uploads nothing
 * @param maxUploadSize of a multipart request or one that is an image
 * @param maxJsonText characters in one text of a JSON body
 * @param maxJsonDepth how deep a JSON body may nest
 */
@Validated
@ConfigurationProperties("imprimatur.web")
public record WebProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("12MB") DataSize maxUploadSize,
        @DefaultValue("300000") int maxJsonText,
        @DefaultValue("20") int maxJsonDepth) {}
