package io.imprimatur.publishing.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import io.imprimatur.publishing.channel.Post;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR's library brings an HTTP client that repeats requests, and parts for XSLT and RDF; we run without them. */
class FhirWithoutItsExtrasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.http.client.HttpClient",
                "org.apache.hc.client5.http.classic.HttpClient",
                "net.sf.saxon.Configuration",
                "org.apache.jena.rdf.model.Model",
                "com.google.protobuf.Message",
                "org.apache.thrift.TBase"
            })
    void theyAreNotThere(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void jsonIsWrittenAndReadWithoutThem() {
        var post = new Post(
                UUID.randomUUID(),
                1,
                "",
                "key",
                "Grüße 😀",
                "One.\nTwo.\n\nעברית",
                URI.create("https://a.example"),
                List.of());
        var message = PortalMessage.of(post, new PortalFixture().nobody(), PortalFixture.NOW);
        var parser = FhirContext.forR4Cached().newJsonParser();
        var read = parser.parseResource(Communication.class, parser.encodeResourceToString(message));
        assertThat(read.equalsDeep(message)).isTrue();
    }
}
