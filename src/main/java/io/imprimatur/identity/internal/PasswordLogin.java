package io.imprimatur.identity.internal;

import io.imprimatur.identity.People;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Name and password, for the login page and for Basic (RFC 7617) alike; throttled. */
@Component
class PasswordLogin implements AuthenticationProvider {
    private static final int LOCKS = 64;

    private final People people;
    private final LoginThrottle throttle;
    private final LoginRecord record;
    /** Tries for one name wait for each other, so that parallel guesses cannot pass before the first one counts. */
    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(number -> new Object()).toList();

    PasswordLogin(People people, LoginThrottle throttle, LoginRecord record) {
        this.people = people;
        this.throttle = throttle;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var name = request.getName().strip().toLowerCase(Locale.ROOT);
        var password = request.getCredentials() instanceof String given ? given : "";
        var address = request.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        synchronized (locks.get(Math.floorMod(name.hashCode(), LOCKS))) {
            refuseWhileThrottled(throttle.waitFor(name, address));
            if (!people.passwordMatches(name, password)) {
                var wait = throttle.failed(name, address);
                record.refused(name, !wait.isZero());
                refuseWhileThrottled(wait);
                throw new BadCredentialsException("Name and password do not match.");
            }
            throttle.succeeded(name);
        }
        var principal = new User(name, "", List.of());
        var authentication = UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        authentication.setDetails(request.getDetails());
        return authentication;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static void refuseWhileThrottled(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
    }
}
