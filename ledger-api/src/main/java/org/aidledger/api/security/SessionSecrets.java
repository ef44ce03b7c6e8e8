package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;

/**
 * What a browser's session is known by. The browser has a secret; the session's id, which stands in
 * the database, is a hash of it. So nobody goes on in somebody's session with what they read in the
 * database, a replica or a dump of it.
 */
final class SessionSecrets implements SessionIdGenerator, CookieSerializer {

    /** A session is answered with its cookie at once, or dropped and never asked for. */
    private static final int MOST_UNANSWERED = 10_000;

    private final CookieSerializer cookie;
    private final Map<String, String> unanswered =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST_UNANSWERED;
                }
            };

    /**
     * @param cookie carries the secret
     */
    SessionSecrets(CookieSerializer cookie) {
        this.cookie = cookie;
    }

    @Override
    public String generate() {
        String secret = Secrets.session();
        String id = Secrets.sha256(secret);
        synchronized (unanswered) {
            unanswered.put(id, secret);
        }
        return id;
    }

    private Optional<String> secretOf(String id) {
        synchronized (unanswered) {
            return Optional.ofNullable(unanswered.remove(id));
        }
    }

    /** Sends the secret of a new session, or nothing to remember where one has ended. */
    @Override
    public void writeCookieValue(CookieValue value) {
        if (value.getCookieValue().isEmpty()) {
            cookie.writeCookieValue(value);
            return;
        }
        secretOf(value.getCookieValue())
                .map(secret -> new CookieValue(value.getRequest(), value.getResponse(), secret))
                .ifPresent(cookie::writeCookieValue);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream().map(Secrets::sha256).toList();
    }
}
