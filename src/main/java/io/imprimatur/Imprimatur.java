package io.imprimatur;

import io.imprimatur.platform.start.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class Imprimatur {
    public static void main(String[] arguments) {
        Start.run(Imprimatur.class, arguments);
    }
}
