package io.imprimatur.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.assertArg;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.imprimatur.audit.Ledger;
import io.imprimatur.review.ReleaseAnswer.Refused;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedReleaseCheckTest {
    private final ReleaseCases cases = mock(ReleaseCases.class);
    private final Ledger ledger = mock(Ledger.class);
    private final RecordedReleaseCheck check = new RecordedReleaseCheck(cases, ledger);

    @Test
    void whatCannotBeAnsweredIsRefusedAndOnRecord() {
        when(cases.of(any(), anyInt())).thenThrow(new IllegalStateException("the words of a patient"));

        var answer = check.check(UUID.randomUUID(), 1);

        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("release-check-failed");
            assertThat(refused.sentence()).doesNotContain("patient");
        });
        verify(ledger).record(assertArg(entry -> {
            assertThat(entry.action()).isEqualTo("RELEASE_CHECKED");
            assertThat(entry.details()).containsEntry("answer", "REFUSED");
        }));
    }

    @Test
    void withoutTheLedgerThereIsNoAnswer() {
        when(cases.of(any(), anyInt())).thenThrow(new IllegalStateException());
        doThrow(new IllegalStateException("ledger")).when(ledger).record(any());

        assertThatThrownBy(() -> check.check(UUID.randomUUID(), 1)).hasMessage("ledger");
    }
}
