package io.imprimatur.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says about all operations. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Imprimatur")
                        .version("1")
                        .description("Drafts, reviews, publications and the audit ledger. Every refusal is a problem"
                                + " (RFC 9457) whose detail is a sentence and whose code is stable."))
                .components(new Components().addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer describeRefusals() {
        return (operation, method) -> {
            operation.getResponses().addApiResponse("default", refusal());
            return operation;
        };
    }

    private static ApiResponse refusal() {
        var schema = new Schema<Object>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("The request was refused")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence for people"))
                .addProperty("code", new StringSchema().description("Stable name of the reason"))
                .addProperty("field", new StringSchema().description("The field that it is about, if any"))
                .addProperty("correlationId", new StringSchema().description("Only with 500"))
                .required(List.of("type", "title", "status", "detail", "code"));
    }
}
