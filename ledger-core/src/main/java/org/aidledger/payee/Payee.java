package org.aidledger.payee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.aidledger.event.Texts;

/**
 * Who finally gets money: nobody in particular, a name (and account, where it was said with it), or
 * the pseudonym that has taken its place.
 *
 * @param text at most 300 characters, possibly none
 */
public record Payee(@JsonValue String text) {

    /** Nobody in particular. */
    public static final Payee NOBODY = new Payee("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Payee {
        text = Texts.optional("payee", text, 300);
    }

    /** The one whom a pseudonym stands for. */
    public static Payee of(Pseudonym pseudonym) {
        return new Payee(pseudonym.value());
    }

    public boolean isNobody() {
        return text.isEmpty();
    }

    /** Whether this is a name in clear, which no event may hold. */
    public boolean isNamed() {
        return !isNobody() && !Pseudonym.is(text);
    }

    /** What stands for the name, if it has been replaced. */
    public Optional<Pseudonym> pseudonym() {
        return Pseudonym.is(text) ? Optional.of(new Pseudonym(text)) : Optional.empty();
    }

    /** Never a name: texts end in logs. */
    @Override
    public String toString() {
        return isNamed() ? "(a payee)" : text;
    }
}
