package io.imprimatur.flow.library;

import io.imprimatur.testing.RestClientAs;
import io.imprimatur.testing.RestClientAs.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Models to try, and what programs send to deploy them. */
final class Models {
    private static final String BOUNDARY = "files-of-a-modelling-tool";

    static String standard() {
        try {
            return Files.readString(Path.of("processes/content-approval.bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The standard flow under another key, so that no post of other tests takes it. */
    static String standardAs(String key) {
        return standard().replace("\"content-approval\"", '"' + key + '"');
    }

    /** A way from a clear screening straight to the end of the review, in which nobody approves. */
    static String withBypass(String model) {
        return model.replace(
                "id=\"privacyNotNeeded\" name=\"no\" sourceRef=\"privacyNeeded\" targetRef=\"legalReview\"",
                "id=\"privacyNotNeeded\" name=\"no\" sourceRef=\"privacyNeeded\" targetRef=\"reviewed\"");
    }

    /** The clinician first, then the lawyer: the two steps change places, each with its gateway. */
    static String clinicalBeforeLegal() {
        return standard()
                .replace(
                        "sourceRef=\"privacyNeeded\" targetRef=\"legalReview\"",
                        "sourceRef=\"privacyNeeded\" targetRef=\"clinicalReview\"")
                .replace(
                        "sourceRef=\"privacyDecision\" targetRef=\"legalReview\"",
                        "sourceRef=\"privacyDecision\" targetRef=\"clinicalReview\"")
                .replace(
                        "sourceRef=\"legalDecision\" targetRef=\"clinicalReview\"",
                        "sourceRef=\"legalDecision\" targetRef=\"furtherReview\"")
                .replace(
                        "id=\"clinicalApproved\" name=\"approved\" sourceRef=\"clinicalDecision\" targetRef=\"furtherReview\"",
                        "id=\"clinicalApproved\" name=\"approved\" sourceRef=\"clinicalDecision\" targetRef=\"legalReview\"");
    }

    static Answer begin(RestClientAs manager, String xml) {
        return manager.post("/api/flows/drafts", Map.of("name", "Pharmacy reads first", "kind", "flow", "xml", xml));
    }

    static Answer deploy(RestClientAs manager, String xml, String reason) {
        var id = begin(manager, xml).json().path("id").asText();
        return manager.post("/api/flows/drafts/" + id + "/deployment", Map.of("reason", reason));
    }

    /** As Camunda Modeler sends one diagram to {@code POST /deployment/create}. */
    static Answer deployLikeModeler(RestClientAs person, String file, String xml) {
        var body = field("deployment-name", "Pharmacy reads first")
                + field("deployment-source", "Camunda Modeler")
                + field("enable-duplicate-filtering", "true")
                + field("deploy-changed-only", "false")
                + part(
                        "name=\"" + file + "\"; filename=\"" + file + "\"",
                        "Content-Type: application/octet-stream\r\n",
                        xml)
                + "--" + BOUNDARY + "--\r\n";
        return person.send(
                "POST",
                "/engine-rest/deployment/create",
                body,
                Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    private static String field(String name, String value) {
        return part("name=\"" + name + "\"", "", value);
    }

    private static String part(String disposition, String more, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + value
                + "\r\n";
    }

    private Models() {}
}
