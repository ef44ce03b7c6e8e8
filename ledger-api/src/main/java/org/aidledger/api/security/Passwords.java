package org.aidledger.api.security;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aidledger.api.http.ProblemException;
import org.springframework.stereotype.Component;

/** Says which passwords will do, and makes first ones. */
@Component
class Passwords {

    /** The hash looks at no more. */
    private static final int MOST_BYTES = 72;

    private final PasswordSignIn signIn;
    private final SignInSettings settings;

    Passwords(PasswordSignIn signIn, SignInSettings settings) {
        this.signIn = signIn;
        this.settings = settings;
    }

    /**
     * A password that was set.
     *
     * @param shown the password itself, where it was made up and has to be told
     */
    record Made(String hash, Optional<String> shown) {

        @Override
        public String toString() {
            return "a password";
        }
    }

    /** The password given, or a random one. */
    Made first(String user, Optional<String> given) {
        if (given.isPresent()) {
            return new Made(hash(user, given.get()), Optional.empty());
        }
        String made = Secrets.password();
        return new Made(signIn.hash(made), Optional.of(made));
    }

    /**
     * What is kept of a password.
     *
     * @throws ProblemException if it is too short, too long, or the user's name
     */
    String hash(String user, String password) {
        if (password.codePointCount(0, password.length()) < settings.leastPassword()) {
            throw unfit(
                    "a password has at least %d characters".formatted(settings.leastPassword()));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw unfit("a password has at most %d bytes in UTF-8".formatted(MOST_BYTES));
        }
        if (password.equalsIgnoreCase(user)) {
            throw unfit("a password is not the user's name");
        }
        return signIn.hash(password);
    }

    private static ProblemException unfit(String why) {
        return ProblemException.invalid("password", why);
    }
}
