package io.imprimatur.publishing.sandbox.local;

import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxPlatform;
import io.imprimatur.publishing.sandbox.SandboxPost;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What readers of the sandbox's platforms see, and the faults to switch on. */
@Controller
@Profile("local")
@RequestMapping("/sandbox")
class SandboxPages {
    private static final int SHOWN = 20;

    private final ObjectProvider<Sandbox> sandbox;

    SandboxPages(ObjectProvider<Sandbox> sandbox) {
        this.sandbox = sandbox;
    }

    /** @param waiting faults that the next posts will meet */
    record Shown(String platform, List<SandboxPost> posts, List<Fault> waiting) {}

    @GetMapping
    String list(Model model) {
        var running = running();
        model.addAttribute(
                "platforms",
                running.platforms().stream().map(each -> shown(running, each)).toList());
        model.addAttribute("faults", Fault.values());
        return "sandbox/list";
    }

    @PostMapping("/{platform}/fault")
    String fault(@PathVariable String platform, @RequestParam Fault fault) {
        running().nextWrite(require(platform).key(), fault);
        return "redirect:/sandbox#" + platform;
    }

    @PostMapping("/{platform}/change")
    String change(@PathVariable String platform, @RequestParam String post) {
        var of = require(platform);
        synchronized (of) {
            of.vandalise(post);
        }
        return "redirect:/sandbox#" + platform;
    }

    @PostMapping("/{platform}/remove")
    String remove(@PathVariable String platform, @RequestParam String post) {
        var of = require(platform);
        synchronized (of) {
            of.remove(post);
        }
        return "redirect:/sandbox#" + platform;
    }

    private static Shown shown(Sandbox running, SandboxPlatform platform) {
        synchronized (platform) {
            var newest = new java.util.ArrayList<>(platform.posts());
            Collections.reverse(newest);
            return new Shown(platform.key(), newest.stream().limit(SHOWN).toList(), running.waiting(platform.key()));
        }
    }

    private SandboxPlatform require(String key) {
        return running().platforms().stream()
                .filter(platform -> platform.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("sandbox-platform", "The sandbox has no such platform."));
    }

    private Sandbox running() {
        return sandbox.getIfAvailable(() -> {
            throw Refusal.notFound("no-sandbox", "The sandbox is switched off.");
        });
    }
}
