package io.imprimatur.publishing.sandbox;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.TextNode;

/** What Ghost shows of HTML that it was given: it converts it into its own format and back. */
final class SandboxGhostHtml {
    private SandboxGhostHtml() {}

    /** Runs of white space become one blank, and the word for the site's own address becomes that address. */
    static String converted(String html, String baseUrl) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        var body = document.body();
        body.select("script, style").remove();
        body.nodeStream(TextNode.class).forEach(text -> text.text(text.text()));
        body.select("img").attr("loading", "lazy");
        return body.html().replace("__GHOST_URL__", baseUrl);
    }
}
