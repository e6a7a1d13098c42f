package io.imprimatur.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.content.internal.image.ImageSamples;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.publishing.internal.PublicationWork;
import io.imprimatur.screening.Screenings;
import io.imprimatur.testing.DueWork;
import io.imprimatur.testing.IntegrationTest;
import io.imprimatur.testing.RestClientAs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.w3c.dom.Element;

/** From an approved post to the public page, in the whole application. */
@IntegrationTest
class PublishingFlowTest {
    @Autowired
    Contents contents;

    @Autowired
    MediaLibrary media;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    Publications publications;

    @Autowired
    PublicationWork work;

    @Autowired
    ManagementService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Screenings screenings;

    @Autowired
    @Qualifier("publishingWorker")
    SmartLifecycle worker;

    @LocalServerPort
    int port;

    /** The test takes the worker's steps itself. */
    @BeforeEach
    void holdTheWorker() {
        worker.stop();
    }

    @AfterEach
    void letTheWorkerWork() {
        worker.start();
    }

    private Revision submitted(String title, String body, List<Draft.Image> images) {
        var draft = new Draft(
                ContentKind.ANNOUNCEMENT,
                title,
                body,
                URI.create("https://example.org/flu"),
                images,
                List.of("newsroom"),
                null);
        var revision = contents.create(draft, "author");
        as("author", () -> contents.submit(revision.contentId(), "author", null));
        DueWork.run(engine, work);
        return revision;
    }

    private void approve(UUID contentId, String stage) {
        var task = flow.openTasks(contentId).stream()
                .filter(open -> stage.equals(open.stage()))
                .findFirst()
                .orElseThrow();
        as(stage, () -> {
            flow.claim(task.id(), stage);
            flow.decide(task.id(), stage, TaskDecision.APPROVE, "Fine.");
        });
        DueWork.run(engine, work);
    }

    private Revision published(String title, String body, List<Draft.Image> images) {
        var revision = submitted(title, body, images);
        if (!images.isEmpty()) {
            lookAtTheImages(revision);
        }
        approve(revision.contentId(), "legal");
        approve(revision.contentId(), "clinical");
        return revision;
    }

    private void lookAtTheImages(Revision revision) {
        var task = flow.openTasks(revision.contentId()).get(0);
        as("compliance", () -> {
            flow.claim(task.id(), "compliance");
            screenings
                    .findingsToAnswer(revision.contentId(), revision.number())
                    .forEach(found -> screenings.answer(
                            revision.contentId(),
                            revision.number(),
                            found.id(),
                            "compliance",
                            "Nobody is in the picture."));
            flow.decide(task.id(), "compliance", TaskDecision.APPROVE, "Nobody is in the picture.");
        });
        DueWork.run(engine, work);
    }

    private void as(String person, Runnable action) {
        currentPerson.runAs(people.find(person).orElseThrow(), action);
    }

    private RestClientAs client(@Nullable String person) {
        return new RestClientAs("http://127.0.0.1:" + port, person);
    }

    private String address(Revision revision) {
        var publication = publications.ofContent(revision.contentId()).get(0);
        return Objects.requireNonNull(publication.url()).toString();
    }

    @Test
    void anApprovedPostAppearsOnceInTheNewsroomIsVerifiedAndItsProcessEnds() {
        var picture = media.store(ImageSamples.plain("png"), "author");
        var revision = published(
                "<script>alert('x')</script> & Grüße",
                "First line.\nSecond line.\n\nA <b>second</b> paragraph.",
                List.of(new Draft.Image(picture.id(), "A \"nurse\" <b>smiles</b>")));

        assertThat(publications.ofContent(revision.contentId()))
                .singleElement()
                .satisfies(publication -> assertThat(publication.state()).isEqualTo(PublicationState.VERIFIED));
        assertThat(contents.require(revision.contentId()).state()).isEqualTo(ContentState.PUBLISHED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(revision.contentId().toString())
                        .count())
                .isZero();
        assertThat(ledgerActions(revision))
                .containsSubsequence(
                        "PUBLICATION_CLAIMED", "PUBLICATION_SENDING", "PUBLICATION_PUBLISHED", "PUBLICATION_VERIFIED");

        var page = client(null).get(address(revision));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Grüße")
                .contains("First line.<br>Second line.")
                .contains("A &lt;b&gt;second&lt;/b&gt; paragraph.")
                .contains("alt=\"A &quot;nurse&quot; &lt;b&gt;smiles&lt;/b&gt;\"")
                .doesNotContain("<script", "style=", "onclick=");
        assertThat(page.headers().allValues("set-cookie")).isEmpty();
        assertThat(page.header("content-security-policy")).contains("default-src 'self'");

        var image = client(null).get("/newsroom/media/" + picture.id());
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(image.header("content-type")).isEqualTo("image/png");
        assertThat(image.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(image.header("cache-control")).contains("public").contains("max-age=");
    }

    @Test
    void whatIsNotPublishedIsNotReachable() {
        var picture = media.store(ImageSamples.plain("png"), "author");
        var revision = submitted("Still in review", "Not yet.", List.of(new Draft.Image(picture.id(), "A nurse")));
        assertThat(client(null).get("/newsroom/media/" + picture.id()).statusCode())
                .isEqualTo(404);
        assertThat(client(null).get("/newsroom").body()).doesNotContain("Still in review");
        assertThat(client(null).get("/newsroom/" + revision.contentId()).statusCode())
                .isEqualTo(404);
        assertThat(client(null).get("/newsroom/feed.atom").body()).doesNotContain("Still in review");
    }

    @Test
    void theFeedIsAtomWithStableIdsDatesAndEscapedText() throws Exception {
        var revision = published("Feed & <title>", "Feed text & more.", List.of());
        var feed = client(null).get("/newsroom/feed.atom");
        assertThat(feed.header("content-type")).startsWith("application/atom+xml");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(children(root, "id")).singleElement().asString().startsWith("urn:uuid:");
        assertThat(children(root, "updated")).singleElement().asString().endsWith("Z");
        assertThat(children(root, "author")).hasSize(1);
        var entries = root.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(entries.getLength()).isPositive();
        var ours = new ArrayList<Element>();
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (Element) entries.item(i);
            assertThat(children(entry, "id")).hasSize(1);
            assertThat(children(entry, "updated")).hasSize(1);
            if (children(entry, "title").contains("Feed & <title>")) {
                ours.add(entry);
            }
        }
        assertThat(ours).singleElement().satisfies(entry -> {
            assertThat(entry.getTextContent()).contains("text & more.");
            assertThat(feed.body()).contains(address(revision));
        });
    }

    @Test
    void theListShowsTheNewestFirstInPages() {
        published("Older than the next", "Older.", List.of());
        published("Newer than the last", "Newer.", List.of());
        var first = client(null).get("/newsroom").body();
        assertThat(first.indexOf("Newer than the last")).isPositive().isLessThan(first.indexOf("Older than the next"));
        for (var odd : List.of("0", "-1", "99999", "x", "99999999999")) {
            assertThat(client(null).get("/newsroom?page=" + odd).statusCode()).isEqualTo(200);
        }
        assertThat(client(null).get("/newsroom/no-such-post").statusCode()).isEqualTo(404);
    }

    @Test
    void aTextThatWasTamperedWithAtTheLastMomentStopsAndAManagerSeesWhy() throws Exception {
        var revision = submitted("Stopped at the last moment", "Stopped.", List.of());
        approve(revision.contentId(), "legal");
        var task = flow.openTasks(revision.contentId()).get(0);
        as("clinical", () -> {
            flow.claim(task.id(), "clinical");
            flow.decide(task.id(), "clinical", TaskDecision.APPROVE, "Fine.");
        });
        while (publications.ofContent(revision.contentId()).isEmpty()) {
            engine.createJobQuery().executable().list().forEach(job -> engine.executeJob(job.getId()));
        }
        jdbc.sql("UPDATE revision SET body = 'Something nobody approved' WHERE content_id = :id")
                .param("id", revision.contentId())
                .update();
        DueWork.run(engine, work);

        var publication = publications.ofContent(revision.contentId()).get(0);
        assertThat(publication.state()).isEqualTo(PublicationState.FAILED);
        assertThat(client(null).get("/newsroom").body()).doesNotContain("Something nobody approved");

        var incidents = client("manager").get("/api/incidents").json();
        assertThat(incidents).anySatisfy(incident -> {
            assertThat(incident.path("id").asText()).isEqualTo(publication.id().toString());
            assertThat(incident.path("sentence").asText()).contains("Nothing was sent");
        });
        assertThat(client("author").get("/api/incidents").statusCode()).isEqualTo(403);
        assertThat(client("author")
                        .post("/api/publications/" + publication.id() + "/retry", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client("manager")
                        .post("/api/publications/" + publication.id() + "/settlement", "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client("manager")
                        .post("/api/publications/" + publication.id() + "/settlement", "{\"live\":true}")
                        .statusCode())
                .isEqualTo(409);
        web.perform(get("/incidents").with(user("manager")))
                .andExpect(content().string(containsString("Nothing was sent.")))
                .andExpect(content().string(containsString("Stopped at the last moment")))
                .andExpect(content().string(containsString("Try again")));
        web.perform(get("/incidents").with(user("author"))).andExpect(status().isForbidden());

        jdbc.sql("UPDATE revision SET body = 'Stopped.' WHERE content_id = :id")
                .param("id", revision.contentId())
                .update();
        var retry = "/incidents/publications/" + publication.id() + "/retry";
        web.perform(post(retry).with(user("manager"))).andExpect(status().isForbidden());
        web.perform(post(retry).with(user("manager")).with(csrf())).andExpect(redirectedUrl("/incidents?done"));
        web.perform(post(retry).with(user("manager")).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("somebody may have been faster")));
        DueWork.run(engine, work);
        assertThat(publications.ofContent(revision.contentId()).get(0).state()).isEqualTo(PublicationState.VERIFIED);
        assertThat(contents.require(revision.contentId()).state()).isEqualTo(ContentState.PUBLISHED);
        assertThat(ledgerActions(revision)).contains("PUBLICATION_FAILED");
    }

    private List<String> ledgerActions(Revision revision) {
        return jdbc.sql("SELECT action FROM ledger_entry WHERE content_id = :id ORDER BY at, id")
                .param("id", revision.contentId())
                .query(String.class)
                .list();
    }

    private static List<String> children(Element parent, String name) {
        var texts = new ArrayList<String>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                texts.add(element.getTextContent());
            }
        }
        return texts;
    }
}
