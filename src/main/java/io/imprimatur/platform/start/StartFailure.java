package io.imprimatur.platform.start;

import io.imprimatur.platform.CannotStart;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;

/** Says why a start failed, where the reason lies outside of the program. */
final class StartFailure {
    private StartFailure() {}

    static Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = ofOne(cause);
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofOne(Throwable cause) {
        if (cause instanceof CannotStart known) {
            return Optional.of(known.sentence());
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of(Ports.taken(taken.getPort(), "server.port"));
        }
        if (cause instanceof BindValidationException invalid) {
            return Optional.of(
                    setting(String.valueOf(invalid.getValidationErrors().getName()), invalid));
        }
        if (cause instanceof BindException misfit && !(misfit.getCause() instanceof BindValidationException)) {
            return Optional.of(setting(misfit.getName().toString(), null));
        }
        if (cause instanceof InvalidConfigurationPropertyValueException misfit) {
            return Optional.of(setting(misfit.getName(), null));
        }
        return cause instanceof SQLException refused ? database(refused) : Optional.empty();
    }

    private static String setting(String name, @Nullable BindValidationException invalid) {
        var field = invalid == null
                ? ""
                : invalid.getValidationErrors().getAllErrors().stream()
                        .findFirst()
                        .map(error -> error instanceof FieldError one
                                ? "." + one.getField() + " (" + one.getDefaultMessage() + ")"
                                : "")
                        .orElse("");
        return "The setting " + name + field + " has a value that is not allowed; correct it and start again.";
    }

    /** By the classes of SQLSTATE (ISO 9075): 08 connection, 28 authorization, 3D no such database. */
    private static Optional<String> database(SQLException refused) {
        var state = String.valueOf(refused.getSQLState());
        if (state.startsWith("08")) {
            return Optional.of(
                    "The PostgreSQL at spring.datasource.url does not answer; start it, or correct the address.");
        }
        if (state.startsWith("28") || state.startsWith("3D")) {
            return Optional.of(
                    "The PostgreSQL at spring.datasource.url refuses its user, password or database name; correct them.");
        }
        return Optional.empty();
    }
}
