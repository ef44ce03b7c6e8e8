package org.aidledger.api.security;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.aidledger.access.Accounts;
import org.aidledger.access.ApiTokens;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.event.Nodes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two ways in: programs sign in with every request and get no session; people at a browser have one
 * for pages. Whatever is not opened here is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, RequestLimits.class})
class SecurityWiring {

    /** Pages load their own scripts and styles and nothing else, and nobody frames them. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    KnownAccounts knownAccounts(
            Accounts accounts,
            ApiTokens tokens,
            Clock clock,
            SignInSettings settings,
            @Value("${ledger.demo:false}") boolean demo) {
        return new KnownAccounts(accounts, tokens, clock, settings.rememberFor(), demo);
    }

    /** After the database, which makes the folder if need be. */
    @Bean
    @DependsOn("peopleTables")
    LocalKey localKey(@Value("${ledger.data:}") String data) {
        return LocalKey.in(folder(data));
    }

    /** Found by Spring Security as a bean; named once more in a chain, it would be asked twice. */
    @Bean
    PasswordSignIn passwordSignIn(
            Accounts accounts, KnownAccounts known, SignInSettings settings, Clock clock) {
        return new PasswordSignIn(
                accounts,
                known,
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                settings,
                clock);
    }

    @Bean
    FirstAdministrator firstAdministrator(
            Accounts accounts,
            PasswordSignIn passwords,
            @Value("${ledger.data:}") String data,
            @Value("${ledger.demo:false}") boolean demo) {
        return new FirstAdministrator(accounts, passwords, folder(data), demo);
    }

    private static Optional<Path> folder(String data) {
        return data.isBlank() ? Optional.empty() : Optional.of(Path.of(data));
    }

    @Bean
    Attempts attempts(RequestLimits limits, Nodes nodes) {
        return new Attempts(limits.failedSignInsPerMinute(), nodes);
    }

    @Bean
    Problems problems(JsonMapper json, Attempts attempts) {
        return new Problems(json, attempts);
    }

    /** What the firewall does not let through, whenever it notices; as a problem, not bare. */
    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (_, response, _) -> problems.write(response, Problem.NOT_UNDERSTOOD);
    }

    @Bean
    Doors doors(
            KnownAccounts known,
            LocalKey localKey,
            Attempts attempts,
            Problems problems,
            SignInSettings settings,
            RequestLimits limits,
            Nodes nodes,
            Clock clock) {
        ClaimSignIn claims = new ClaimSignIn(settings);
        return new Doors(
                new TokenSignIn(known, localKey, clock),
                claims,
                attempts,
                problems,
                new StrangersFilter(
                        new Buckets(limits.strangersPerSecond(), Duration.ofSeconds(1), nodes),
                        problems),
                new CallerFilter(
                        known,
                        claims,
                        new Buckets(limits.requestsPerSecond(), Duration.ofSeconds(1), nodes),
                        problems,
                        clock));
    }

    /** What both ways in have in common; not beans, which would put them before every request. */
    record Doors(
            TokenSignIn tokens,
            ClaimSignIn claims,
            Attempts attempts,
            Problems problems,
            StrangersFilter strangers,
            CallerFilter callers) {}

    /** For programs, and for pages' own scripts with the session of their page. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            Doors doors,
            ObjectProvider<JwtDecoder> issuer,
            @Value("${ledger.log.public}") boolean isLogPublic)
            throws Exception {
        boolean hasIssuer = issuer.getIfAvailable() != null;
        common(http, doors)
                .securityMatcher("/api/**", "/v3/**", "/actuator/**", "/error")
                .authorizeHttpRequests(allow -> {
                    allow.requestMatchers(
                                    "/actuator/health",
                                    "/actuator/health/liveness",
                                    "/actuator/health/readiness",
                                    "/error")
                            .permitAll();
                    if (isLogPublic) {
                        allow.requestMatchers(HttpMethod.GET, "/api/v1/log/**").permitAll();
                    }
                    allow.anyRequest().authenticated();
                })
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfCookie())
                                // Not the pages' own handler, which gives every answer a cookie.
                                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                                .requireCsrfProtectionMatcher(request ->
                                        CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                                                && request.getHeader(HttpHeaders.AUTHORIZATION)
                                                        == null
                                                && request.getSession(false) != null))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(doors.problems()))
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(doors.problems())
                                .accessDeniedHandler(doors.problems()))
                .addFilterBefore(
                        new TokenFilter(
                                doors.tokens(), doors.attempts(), doors.problems(), hasIssuer),
                        BasicAuthenticationFilter.class);
        if (hasIssuer) {
            http.oauth2ResourceServer(server ->
                    server.bearerTokenResolver(request -> TokenFilter.foreign(request).orElse(null))
                            .authenticationEntryPoint(doors.problems())
                            .accessDeniedHandler(doors.problems())
                            .jwt(jwt ->
                                    jwt.jwtAuthenticationConverter(token ->
                                            new SignedIn(
                                                    doors.claims().caller(token.getClaims()),
                                                    false,
                                                    false))));
        }
        return http.build();
    }

    /** For people at a browser. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, Doors doors, ObjectProvider<ClientRegistrationRepository> issuers)
            throws Exception {
        common(http, doors)
                .authorizeHttpRequests(allow ->
                        allow.requestMatchers("/assets/**", "/login")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .sessionManagement(s -> s.sessionFixation(fixation -> fixation.changeSessionId()))
                .formLogin(form ->
                        form.loginPage("/login")
                                .permitAll()
                                .failureHandler((request, response, e) -> {
                                    doors.attempts().failed(request.getRemoteAddr());
                                    response.sendRedirect(
                                            isLocked(e)
                                                    ? "/login?error=locked"
                                                    : "/login?error=failed");
                                }))
                .exceptionHandling(e -> e.accessDeniedHandler(new StaleForm()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out=yes").permitAll())
                .addFilterBefore(
                        new TokenFilter(doors.tokens(), doors.attempts(), doors.problems(), false),
                        BasicAuthenticationFilter.class);
        if (issuers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login").permitAll());
        }
        return http.build();
    }

    private static boolean isLocked(AuthenticationException e) {
        return e instanceof Refusal refusal && refusal.code() == ProblemCode.ACCOUNT_LOCKED;
    }

    /** Pages' scripts read it, and send it back in a header. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(c -> c.sameSite("Strict"));
        return cookie;
    }

    private static HttpSecurity common(HttpSecurity http, Doors doors) throws Exception {
        return http.headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                                .frameOptions(frames -> frames.deny()))
                .addFilterBefore(doors.strangers(), CsrfFilter.class)
                .addFilterAfter(doors.callers(), AuthorizationFilter.class);
    }
}
