package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.gate.CheckTerms;
import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.flow.internal.CheckProperties;
import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.flow.internal.variables.VariableContract;
import io.imprimatur.flow.spi.RequiredStages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the check what it asks of the rest of the product. */
@Configuration(proxyBeanMethods = false)
class CheckSetUp {
    @Bean
    FlowCheck flowCheck(
            ListedBlocks blocks, RequiredStages required, FlowProperties properties, CheckProperties bounds) {
        var contract = new VariableContract(properties.reasonMaxCharacters());
        return new FlowCheck(
                blocks.byName().values(),
                name -> contract.knows(name) && !VariableContract.PASSING.contains(name),
                properties.modelMaxBytes(),
                new CheckTerms(required.stages(), bounds.maxStates(), bounds.maxTime()));
    }
}
