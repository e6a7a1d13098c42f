package io.imprimatur.review.process;

import io.imprimatur.flow.spi.BuildingBlock;
import io.imprimatur.flow.spi.Effect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What models may name of this module. */
@Configuration(proxyBeanMethods = false)
class ReviewBuildingBlocks {
    @Bean
    BuildingBlock screenRevisionBlock() {
        return new BuildingBlock("screenRevision", Effect.SCREEN);
    }
}
