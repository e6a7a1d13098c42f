package io.imprimatur.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class ApiDescriptionTest {
    @Autowired
    MockMvc mvc;

    @Test
    void describesTheApiAndNothingElse() throws Exception {
        var answer = mvc.perform(get("/v3/api-docs").with(httpBasic("author", "author")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        var api = new ObjectMapper().readTree(answer.getContentAsByteArray());
        assertThat(api.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/contents",
                        "/api/directory",
                        "/api/ledger",
                        "/api/screenings",
                        "/api/screenings/statistics")
                .allMatch(path -> path.startsWith("/api/"));
        assertThat(api.at("/components/schemas/Problem/properties/code").isMissingNode())
                .isFalse();
        assertThat(api.at("/paths/~1api~1ledger/get/responses/default/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem");
    }
}
