package io.imprimatur.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Instant;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes JSON as it is meant or not at all: nothing is dropped, guessed or turned into another type. */
@Configuration(proxyBeanMethods = false)
class StrictJson {
    private static final int LONGEST_NUMBER = 40;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer strictness(WebProperties properties) {
        return builder -> builder.featuresToEnable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .modulesToInstall(plainTypes())
                .postConfigurer(mapper -> bound(mapper, properties));
    }

    private static SimpleModule plainTypes() {
        return new SimpleModule("plain types")
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(Instant.class, new IsoInstant());
    }

    private static void bound(ObjectMapper mapper, WebProperties properties) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(properties.maxJsonText())
                        .maxNestingDepth(properties.maxJsonDepth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxDocumentLength(properties.maxBodySize().toBytes())
                        .build());
        mapper.coercionConfigFor(LogicalType.Enum).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.POJO).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }
}
