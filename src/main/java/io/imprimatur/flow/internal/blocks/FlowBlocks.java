package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.flow.spi.BuildingBlock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists the flow's own building blocks. */
@Configuration(proxyBeanMethods = false)
class FlowBlocks {
    @Bean
    BuildingBlock deadlinesBlock() {
        return new BuildingBlock("deadlines", Set.of("reminder", "escalation"));
    }

    @Bean
    BuildingBlock stagesBlock() {
        return new BuildingBlock("stages", Set.of("of"));
    }

    @Bean
    BuildingBlock remindBlock() {
        return new BuildingBlock("remind");
    }

    @Bean
    BuildingBlock escalateBlock() {
        return new BuildingBlock("escalate");
    }

    @Bean
    BuildingBlock notifyBlock() {
        return new BuildingBlock("notify");
    }

    @Bean
    BuildingBlock waitUntilBlock() {
        return new BuildingBlock(ContentApproval.Blocks.WAIT_UNTIL);
    }
}
