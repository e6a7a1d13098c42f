package io.imprimatur.audit;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.imprimatur.testing.IntegrationTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class LedgerApiTest {
    private static final String LEDGER = "/api/ledger";

    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void showsComplianceWhatHappenedToAPiece() throws Exception {
        var piece = UUID.randomUUID();
        record(LedgerEntry.aboutContent("author", "DRAFTED", piece));
        record(LedgerEntry.aboutContent("legal", "APPROVED", piece)
                .revision(1, "a".repeat(64))
                .detail("stage", "legal"));
        ask("contentId=" + piece)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].action", containsInAnyOrder("DRAFTED", "APPROVED")))
                .andExpect(jsonPath("$.items[*].door", hasItem("SYSTEM")))
                .andExpect(jsonPath("$.items[*].revisionHash", hasItem("a".repeat(64))));
        ask("contentId=" + piece + "&actor=legal").andExpect(jsonPath("$.total").value(1));
        ask("contentId=" + piece + "&size=1&page=1")
                .andExpect(jsonPath("$.items[0].action").value("DRAFTED"));
        ask("contentId=" + piece + "&from=2999-01-01T00:00:00Z")
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void saysThatTheChainIsIntact() throws Exception {
        record(LedgerEntry.of("author", "SOMETHING_DONE", "thing:1"));
        mvc.perform(get(LEDGER + "/verification").with(httpBasic("compliance", "compliance")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.entries", greaterThan(0)))
                .andExpect(jsonPath("$.firstBroken").value((Object) null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "legal", "manager", "admin"})
    void keepsOthersOut(String person) throws Exception {
        mvc.perform(get(LEDGER).with(httpBasic(person, person))).andExpect(status().isForbidden());
        mvc.perform(get(LEDGER + "/verification").with(httpBasic(person, person)))
                .andExpect(status().isForbidden());
    }

    @Test
    void asksStrangersToLogIn() throws Exception {
        mvc.perform(get(LEDGER)).andExpect(status().isUnauthorized());
    }

    @Test
    void takesNoEntryFromOutside() throws Exception {
        mvc.perform(post(LEDGER).with(httpBasic("compliance", "compliance"))).andExpect(status().isMethodNotAllowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contentId=5",
                "from=yesterday",
                "to=5",
                "page=-1",
                "page=x",
                "size=0",
                "size=100000",
                "size=99999999999",
                "actor=%00"
            })
    void refusesAQuestionThatMakesNoSense(String question) throws Exception {
        ask(question)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").isNotEmpty());
    }

    private ResultActions ask(String question) throws Exception {
        return mvc.perform(get(URI.create(LEDGER + "?" + question)).with(httpBasic("compliance", "compliance")));
    }

    private void record(LedgerEntry entry) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> ledger.record(entry));
    }
}
