package io.imprimatur.identity.internal;

import static io.imprimatur.identity.Groups.ADMINS;
import static io.imprimatur.identity.Groups.COMPLIANCE;
import static io.imprimatur.identity.Groups.MANAGERS;
import static io.imprimatur.identity.Groups.OPERATORS;
import static org.springframework.security.config.http.SessionCreationPolicy.NEVER;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The one place that grants: what is not named here is denied. Use cases check finer, the engine's doors further. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class WebSecurity {
    private final Grants grants;
    private final Refusals refusals;
    private final CurrentPerson currentPerson;
    private final boolean local;
    private final boolean linkSuffices;

    WebSecurity(Grants grants, Refusals refusals, CurrentPerson currentPerson, Environment environment) {
        this.grants = grants;
        this.refusals = refusals;
        this.currentPerson = currentPerson;
        this.local = environment.acceptsProfiles(Profiles.of("local"));
        this.linkSuffices = "token".equals(environment.getProperty("imprimatur.mail.link-login"));
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordLogin passwordLogin) {
        return new ProviderManager(passwordLogin);
    }

    /** Several servlets share this server, so patterns are matched against the whole path. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean requestMatcherBuilder() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return basicOnly(http, "/engine-rest/**")
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().access(grants.anybodyLoggedInFromNoOtherSite()))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::engine))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::engine).accessDeniedHandler(refusals::engine))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain actuator(HttpSecurity http) throws Exception {
        return basicOnly(http, "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access(grants.membersOf(OPERATORS, ADMINS)))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::problem))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::problem).accessDeniedHandler(refusals::problem))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return common(http)
                .securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .sessionManagement(session -> session.sessionCreationPolicy(NEVER))
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository())
                        .csrfTokenRequestHandler(new CsrfTokens())
                        .requireCsrfProtectionMatcher(WebSecurity::needsCsrfToken))
                .headers(headers -> headers.addHeaderWriter(new PageHeaders(request -> false)))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/ledger/**", "/api/directory/**")
                        .access(grants.membersOf(COMPLIANCE))
                        .requestMatchers("/api/incidents/**", "/api/publications/**")
                        .access(grants.membersOf(MANAGERS, COMPLIANCE))
                        .requestMatchers("/api/accounts/**")
                        .access(grants.membersOf(MANAGERS))
                        .requestMatchers(HttpMethod.GET, "/api/flows/**")
                        .access(grants.membersOf(MANAGERS, COMPLIANCE))
                        .requestMatchers("/api/flows/drafts/**")
                        .access(grants.membersOf(MANAGERS))
                        .requestMatchers("/api/flows/**")
                        .access(grants.membersOf(MANAGERS, COMPLIANCE))
                        .requestMatchers("/api/withdrawals/**")
                        .access(grants.membersOf(COMPLIANCE, MANAGERS))
                        .requestMatchers(HttpMethod.GET, "/api/publishing/stop")
                        .access(grants.anybodyLoggedIn())
                        .requestMatchers("/api/publishing/**")
                        .access(grants.membersOf(COMPLIANCE))
                        .requestMatchers(HttpMethod.GET, "/api/screenings/statistics")
                        .access(grants.membersOf(COMPLIANCE, ADMINS))
                        .requestMatchers(HttpMethod.POST, "/api/screenings")
                        .access(grants.anybodyLoggedIn())
                        .requestMatchers("/api/contents/**", "/api/media/**", "/api/tasks/**")
                        .access(grants.anybodyLoggedIn())
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml")
                        .access(grants.anybodyLoggedIn())
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::problem))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::problem).accessDeniedHandler(refusals::problem))
                .build();
    }

    /** Files and the newsroom are the same for everybody: no session is looked for, no cookie is set, browsers may keep them. */
    @Bean
    @Order(4)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return common(http)
                .securityMatcher("/assets/**", "/webjars/**", "/newsroom/**", "/portal/**")
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new PageHeaders(request -> false)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Tasklist: our login; its own filters check its own CSRF token and set its content security policy. */
    @Bean
    @Order(5)
    SecurityFilterChain tasklist(HttpSecurity http, ReturnPath returnPath) throws Exception {
        return common(http)
                .securityMatcher("/camunda/**")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(paths("/camunda/lib/**", "/camunda/assets/**")),
                                new CacheControlHeadersWriter())))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(grants.anybodyLoggedIn()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                refusals::engine, paths("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(returnPath, request -> true)
                        .accessDeniedHandler(refusals::engine))
                .logout(logout -> logout.logoutRequestMatcher(WebSecurity::isLogoutByTasklist)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain pages(HttpSecurity http, ReturnPath returnPath, LoginRefused loginRefused) throws Exception {
        return common(http)
                .csrf(csrf -> csrf.csrfTokenRepository(CsrfTokens.repository())
                        .csrfTokenRequestHandler(new CsrfTokens())
                        // mail programs end a list by one POST without a session (RFC 8058); its token is the proof
                        .ignoringRequestMatchers(paths("/unsubscribe/**")))
                .headers(headers -> headers.addHeaderWriter(new PageHeaders(paths("/review/**", "/contents/**"))))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/login", "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/error")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/")
                                .access(local ? grants.everybodyIf(true) : grants.anybodyLoggedIn())
                                .requestMatchers("/inbox/**")
                                .access(grants.everybodyIf(local))
                                .requestMatchers("/contents/**", "/check/**", "/review/**")
                                .access(grants.anybodyLoggedIn())
                                .requestMatchers("/decide/**")
                                .access(linkSuffices ? grants.everybodyIf(true) : grants.anybodyLoggedIn())
                                .requestMatchers("/unsubscribe/**")
                                .permitAll()
                                .requestMatchers("/mail/preferences")
                                .access(grants.anybodyLoggedIn())
                                .requestMatchers("/mail/**")
                                .access(grants.membersOf(OPERATORS, ADMINS, MANAGERS))
                                .requestMatchers("/directory/**")
                                .access(grants.membersOf(COMPLIANCE))
                                .requestMatchers(HttpMethod.GET, "/statistics")
                                .access(grants.membersOf(COMPLIANCE, ADMINS))
                                .requestMatchers("/incidents/**")
                                .access(grants.membersOf(MANAGERS, COMPLIANCE))
                                .requestMatchers("/accounts/**")
                                .access(grants.membersOf(MANAGERS))
                                .requestMatchers(
                                        "/flows/*/migration", "/flows/*/roll-back", "/flows/*/copy", "/flows/drafts/**")
                                .access(grants.membersOf(MANAGERS))
                                .requestMatchers("/flows/**")
                                .access(grants.membersOf(MANAGERS, COMPLIANCE))
                                .requestMatchers("/publishing/**")
                                .access(grants.membersOf(COMPLIANCE))
                                .requestMatchers("/sandbox/**")
                                .access(local ? grants.anybodyLoggedIn() : grants.everybodyIf(false))
                                .anyRequest()
                                .denyAll())
                .formLogin(login ->
                        login.loginPage("/login").successHandler(returnPath).failureHandler(loginRefused))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?logout"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(returnPath)
                        .accessDeniedHandler((request, response, cause) -> response.sendError(403)))
                .build();
    }

    /** No session is read or made here, so no cookie of the pages logs anybody in. */
    private HttpSecurity basicOnly(HttpSecurity http, String pattern) throws Exception {
        return common(http)
                .securityMatcher(pattern)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.addHeaderWriter(new PageHeaders(request -> false)));
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .addFilterBefore(new ActivePersonFilter(currentPerson), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .httpStrictTransportSecurity(transport -> {
                            if (local) {
                                transport.disable();
                            }
                        })
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy ->
                                policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    /** A program that sends its password each time needs no token: another site's page cannot make it do so. */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        var basic = request.getHeader(HttpHeaders.AUTHORIZATION);
        var byProgram =
                basic != null && basic.regionMatches(true, 0, "Basic ", 0, 6) && !Grants.fromAnotherSite(request);
        return !byProgram && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    /** Its header is the proof that a script of ours asked: another site's form cannot send one. */
    private static boolean isLogoutByTasklist(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals("/camunda/api/admin/auth/user/default/logout")
                && request.getHeader("X-XSRF-TOKEN") != null;
    }

    private static RequestMatcher paths(String... patterns) {
        var builder = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Arrays.stream(patterns).map(builder::matcher).toArray(RequestMatcher[]::new));
    }
}
