package io.imprimatur.publishing.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader of structure definitions finds what is wrong, or the tests that use it would prove nothing. */
class FhirStructureTest {
    @BeforeEach
    void present() {
        assumeTrue(FhirStructure.present(), "Skipped: no structure definitions of FHIR at " + FhirStructure.SPECS);
    }

    @Test
    void findsNothingInAGoodMessage() throws IOException {
        assertThat(
                        FhirStructure.of("Communication")
                                .faults(
                                        new ObjectMapper()
                                                .readTree(
                                                        """
                {"resourceType": "Communication", "status": "completed", "sent": "2026-03-01T12:00:00Z",
                 "recipient": [{"reference": "Group/1"}], "payload": [{"contentString": "x"}]}""")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; missing Communication.status",
                "{'status': 'done'}; code Communication.status",
                "{'status': ['completed']}; cardinality Communication.status",
                "{'status': 'completed', 'title': 'x'}; unknown Communication.title",
                "{'status': 'completed', 'payload': {'contentString': 'x'}}; cardinality Communication.payload",
                "{'status': 'completed', 'payload': [{}]}; missing Communication.payload.content[x]",
                "{'status': 'completed', 'payload': [{'contentMarkdown': 'x'}]}; unknown Communication.payload.contentMarkdown",
                "{'status': 'completed', 'sent': 'yesterday'}; value Communication.sent",
                "{'status': 'completed', 'sender': {'reference': 'Group/1'}}; target Communication.sender",
                "{'status': 'completed', 'payload': []}; empty Communication.payload"
            },
            quoteCharacter = '"')
    void findsWhatIsWrong(String message, String fault) throws IOException {
        var json = message.replace('\'', '"')
                .replaceFirst("\\{", "{\"resourceType\": \"Communication\", ")
                .replace(", }", "}");
        assertThat(FhirStructure.of("Communication").faults(new ObjectMapper().readTree(json)))
                .contains(fault);
    }
}
