package io.imprimatur.publishing.account;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Platform;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which managers set up accounts. A platform's answer to a connection is only shown; a button finishes it. */
@Controller
@RequestMapping("/accounts")
class AccountsPages {
    private static final String FIELD = "field.";

    private final Accounts accounts;
    private final Connections connections;
    private final PlatformCatalog platforms;
    private final CurrentPerson currentPerson;

    AccountsPages(Accounts accounts, Connections connections, PlatformCatalog platforms, CurrentPerson currentPerson) {
        this.accounts = accounts;
        this.connections = connections;
        this.platforms = platforms;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.all(manager()));
        model.addAttribute("platforms", platforms.all());
        return "accounts/list";
    }

    @GetMapping("/new/{platform}")
    String blank(@PathVariable String platform, Model model) {
        var kind = platforms.require(platform);
        model.addAttribute("platform", kind);
        model.addAttribute("fields", AccountViews.fields(kind));
        model.addAttribute("account", null);
        model.addAttribute(
                "given", model.getAttribute("given") == null ? suggested(kind) : model.getAttribute("given"));
        return "accounts/form";
    }

    @PostMapping("/new/{platform}")
    String create(
            @PathVariable String platform,
            @RequestParam Map<String, String> given,
            Model model,
            HttpServletResponse response) {
        try {
            accounts.create(
                    platform,
                    given.getOrDefault("key", ""),
                    given.getOrDefault("displayName", ""),
                    fields(given),
                    manager());
            return "redirect:/accounts?saved";
        } catch (Refusal refused) {
            return refused(refused, given, model, response, () -> blank(platform, model));
        }
    }

    @GetMapping("/{key}")
    String edit(@PathVariable String key, Model model) {
        var account = accounts.get(key, manager());
        model.addAttribute("account", account);
        model.addAttribute("platform", platforms.require(account.platform()));
        model.addAttribute("fields", account.fields());
        model.addAttribute("given", model.getAttribute("given") == null ? shown(account) : model.getAttribute("given"));
        return "accounts/form";
    }

    @PostMapping("/{key}")
    String save(
            @PathVariable String key,
            @RequestParam Map<String, String> given,
            Model model,
            HttpServletResponse response) {
        try {
            accounts.update(key, given.getOrDefault("displayName", ""), fields(given), manager());
            return "redirect:/accounts?saved";
        } catch (Refusal refused) {
            return refused(refused, given, model, response, () -> edit(key, model));
        }
    }

    @PostMapping("/{key}/delete")
    String delete(@PathVariable String key) {
        accounts.delete(key, manager());
        return "redirect:/accounts?deleted";
    }

    @PostMapping("/{key}/test")
    String test(@PathVariable String key, Model model) {
        model.addAttribute("tested", key);
        model.addAttribute(
                "problem",
                accounts.test(key, manager()) instanceof ConnectionTest.Unusable unusable ? unusable.code() : null);
        return list(model);
    }

    @PostMapping("/{key}/connect")
    String connect(@PathVariable String key, Model model) {
        model.addAttribute("account", accounts.get(key, manager()));
        model.addAttribute("agree", connections.begin(key, manager()));
        return "accounts/connect";
    }

    /** Where platforms send people back to. */
    @GetMapping("/connected")
    String returned(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("code", code);
        return "accounts/connected";
    }

    @PostMapping("/connected")
    String finish(@RequestParam String state, @RequestParam String code, Model model, HttpServletResponse response) {
        try {
            connections.finish(state, code, manager());
            return "redirect:/accounts?connected";
        } catch (Refusal refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused);
            return list(model);
        }
    }

    /** What was typed is shown again, but for secrets. */
    private String refused(
            Refusal refused,
            Map<String, String> given,
            Model model,
            HttpServletResponse response,
            Supplier<String> page) {
        response.setStatus(refused.kind().status());
        model.addAttribute("refusal", refused);
        model.addAttribute("given", given);
        return page.get();
    }

    private Map<String, String> suggested(Platform platform) {
        var taken = accounts.all(manager()).stream().map(AccountView::key).collect(Collectors.toSet());
        var free = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? platform.key() : platform.key() + "-" + number)
                .filter(key -> !taken.contains(key))
                .findFirst();
        return Map.of("displayName", platform.displayName(), "key", free.orElseThrow());
    }

    private static Map<String, String> shown(AccountView account) {
        var shown = new TreeMap<String, String>();
        shown.put("displayName", account.displayName());
        account.settings().forEach((name, value) -> shown.put(FIELD + name, value));
        return shown;
    }

    private static Map<String, String> fields(Map<String, String> given) {
        var fields = new TreeMap<String, String>();
        given.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), value);
            }
        });
        return fields;
    }

    private String manager() {
        return currentPerson.require().id();
    }
}
