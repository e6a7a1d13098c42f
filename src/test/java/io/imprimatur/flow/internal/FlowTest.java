package io.imprimatur.flow.internal;

import io.imprimatur.testing.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The engine and the flow module alone, with stand-ins for the modules that fill its ports. The engine has a name of its own,
 * since a process knows its engines by name and the whole application's is called {@code default}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = FlowAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "camunda.bpm.process-engine-name=alone")
@ActiveProfiles({"local", "test"})
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface FlowTest {}
