package io.imprimatur.publishing.process;

import io.imprimatur.flow.spi.BuildingBlock;
import io.imprimatur.flow.spi.Effect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a model may name of this module. */
@Configuration(proxyBeanMethods = false)
class PublishingBlocks {
    @Bean
    BuildingBlock publishBlock() {
        return new BuildingBlock("publish", Effect.PUBLISH);
    }

    @Bean
    BuildingBlock verifyLiveBlock() {
        return new BuildingBlock("verifyLive", Effect.VERIFY_LIVE);
    }

    @Bean
    BuildingBlock takeDownBlock() {
        return new BuildingBlock("takeDown", Effect.TAKE_DOWN);
    }
}
