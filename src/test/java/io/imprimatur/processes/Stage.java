package io.imprimatur.processes;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.screening.Screenings;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What a {@link Walk} walks on. */
record Stage(
        Contents contents,
        ApprovalFlow flow,
        Screenings screenings,
        RuntimeService runtime,
        ManagementService management,
        MockMvc web) {

    String processInstanceOf(UUID contentId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contentId.toString())
                .singleResult()
                .getId();
    }

    boolean hasEnded(String processInstanceId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                == 0;
    }

    List<String> activeElements(String processInstanceId) {
        return hasEnded(processInstanceId)
                ? List.of()
                : runtime.getActiveActivityIds(processInstanceId).stream()
                        .sorted()
                        .toList();
    }

    void answer(UUID contentId, UUID findingId, String person) {
        try {
            web.perform(put("/api/contents/{id}/findings/{finding}/answer", contentId, findingId)
                            .with(httpBasic(person, person))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"reason\": \"The patient is invented for this text.\"}"))
                    .andExpect(status().isNoContent());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
