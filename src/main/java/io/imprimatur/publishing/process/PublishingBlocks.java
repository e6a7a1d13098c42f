package io.imprimatur.publishing.process;

import io.imprimatur.flow.spi.BuildingBlock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a model may name of this module. */
@Configuration(proxyBeanMethods = false)
class PublishingBlocks {
    @Bean
    BuildingBlock publishBlock() {
        return new BuildingBlock("publish");
    }

    @Bean
    BuildingBlock verifyLiveBlock() {
        return new BuildingBlock("verifyLive");
    }

    @Bean
    BuildingBlock takeDownBlock() {
        return new BuildingBlock("takeDown");
    }
}
