package io.imprimatur;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Imprimatur {
    public static void main(String[] arguments) {
        SpringApplication.run(Imprimatur.class, arguments);
    }
}
