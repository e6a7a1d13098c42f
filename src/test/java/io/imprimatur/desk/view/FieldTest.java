package io.imprimatur.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Revision;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTest {
    private static final Revision REVISION = new Revision(
            UUID.randomUUID(),
            1,
            ContentKind.ANNOUNCEMENT,
            "A title",
            "A body",
            URI.create("https://example.org"),
            List.of(
                    new Revision.Image(UUID.randomUUID(), "a", "First"),
                    new Revision.Image(UUID.randomUUID(), "b", "Second")),
            List.of(),
            null,
            "author",
            Instant.EPOCH,
            "hash");

    @ParameterizedTest
    @CsvSource({
        "title,Title,A title,false",
        "body,Text,A body,false",
        "link,Link,https://example.org,false",
        "images[1].altText,Description of image 2,Second,false",
        "images[1].text,Read in image 2,Printed,true",
        "images[0].text,Read in image 1,'',true",
        "images[1],Image 2,'',true",
        "images[7].altText,Description of image 8,'',false",
        "images[-1],images[-1],'',false",
        "images[x].text,images[x].text,'',false"
    })
    void saysWhereAFindingIsAndWhatStandsThere(String name, String words, String text, boolean inPicture) {
        var field = Field.of(name);

        assertThat(field.inWords()).isEqualTo(words);
        assertThat(field.text(REVISION, Map.of(1, "Printed"))).isEqualTo(text);
        assertThat(field.inPicture()).isEqualTo(inPicture);
    }
}
