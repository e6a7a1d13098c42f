package io.imprimatur;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Imprimatur {
    public static void main(String[] arguments) {
        SpringApplication.run(Imprimatur.class, arguments);
    }
}
