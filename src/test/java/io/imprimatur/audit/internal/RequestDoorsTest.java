package io.imprimatur.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.audit.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RequestDoorsTest {
    private final RequestDoors doors = new RequestDoors();

    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/api/engine/engine/default/task/1/submit-form,TASKLIST",
        "/camunda,TASKLIST",
        "/engine-rest/task/1/complete,ENGINE_REST",
        "/api/contents,REST",
        "/contents,PAGE",
        "/,PAGE",
        "/apis,PAGE"
    })
    void tellsTheDoorByThePath(String path, Door door) {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("GET", path)));
        assertThat(doors.current()).isEqualTo(door);
    }

    @Test
    void callsWorkWithoutARequestTheSystems() {
        assertThat(doors.current()).isEqualTo(Door.SYSTEM);
    }

    @Test
    void takesTheNamedDoorForThatWorkOnly() {
        doors.through(Door.MAIL, () -> {
            assertThat(doors.current()).isEqualTo(Door.MAIL);
            doors.through(Door.REST, () -> assertThat(doors.current()).isEqualTo(Door.REST));
            assertThat(doors.current()).isEqualTo(Door.MAIL);
        });
        assertThatThrownBy(() -> doors.through(Door.MAIL, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(doors.current()).isEqualTo(Door.SYSTEM);
    }
}
