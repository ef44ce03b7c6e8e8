package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads people who signed out to where they came in; by way of their issuer, if one let them in, so
 * that it forgets the browser too. Else whoever sits there next would be let in without a question.
 */
final class SignOut implements LogoutSuccessHandler {

    private static final String END_OF_SESSION = "end_session_endpoint";

    private final @Nullable ClientRegistrationRepository issuers;
    private final String configured;

    /**
     * @param issuers who else says who people are, if there is anybody
     * @param configured address at which an issuer ends a session; empty where it tells that itself
     */
    SignOut(@Nullable ClientRegistrationRepository issuers, String configured) {
        this.issuers = issuers;
        this.configured = configured;
    }

    /** Where the form with which people sign out may lead. */
    Stream<String> origins() {
        return issuers instanceof Iterable<?> registrations
                ? StreamSupport.stream(registrations.spliterator(), false)
                        .filter(ClientRegistration.class::isInstance)
                        .map(ClientRegistration.class::cast)
                        .flatMap(registration -> endOfSession(registration).stream())
                        .map(SignOut::origin)
                        .distinct()
                : Stream.empty();
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private Optional<String> endOfSession(ClientRegistration registration) {
        return configured.isEmpty()
                ? Optional.ofNullable(
                                registration
                                        .getProviderDetails()
                                        .getConfigurationMetadata()
                                        .get(END_OF_SESSION))
                        .map(Object::toString)
                : Optional.of(configured);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication signedOut)
            throws IOException {
        String here =
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/login")
                        .queryParam("out", "yes")
                        .toUriString();
        response.sendRedirect(
                signedOut instanceof OAuth2AuthenticationToken token
                                && token.getPrincipal() instanceof OidcUser user
                        ? endOfSession(token)
                                .map(there -> byWayOf(there, user, here))
                                .orElse("/login?out=yes")
                        : "/login?out=yes");
    }

    private Optional<String> endOfSession(OAuth2AuthenticationToken token) {
        return Optional.ofNullable(issuers)
                .flatMap(known ->
                        Optional.ofNullable(
                                known.findByRegistrationId(
                                        token.getAuthorizedClientRegistrationId())))
                .flatMap(this::endOfSession);
    }

    private static String byWayOf(String issuer, OidcUser user, String here) {
        return UriComponentsBuilder.fromUriString(issuer)
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{here}")
                .encode()
                .buildAndExpand(user.getIdToken().getTokenValue(), here)
                .toUriString();
    }
}
