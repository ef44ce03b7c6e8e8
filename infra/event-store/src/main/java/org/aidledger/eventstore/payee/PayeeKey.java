package org.aidledger.eventstore.payee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.aidledger.payee.Pseudonym;

/** The key of one payee, in the open: seals the name, and makes the pseudonym of it. */
final class PayeeKey {

    private static final int COMMITMENT_BYTES = 20;

    private final byte[] secret;

    private PayeeKey(byte[] secret) {
        this.secret = secret;
    }

    static PayeeKey fresh() {
        return new PayeeKey(Sealing.key());
    }

    /** The key that a master key sealed. */
    static PayeeKey opened(byte[] sealed, byte[] with, Pseudonym about)
            throws GeneralSecurityException {
        return new PayeeKey(Sealing.open(with, sealed, about.value()));
    }

    byte[] sealed(byte[] with, Pseudonym about) {
        return Sealing.seal(with, secret, about.value());
    }

    /** A commitment to the name: no other name and key give the same. */
    Pseudonym pseudonym(String name) {
        byte[] commitment = Sealing.hash(secret, "pseudonym", name);
        return new Pseudonym("payee-" + HexFormat.of().formatHex(commitment, 0, COMMITMENT_BYTES));
    }

    byte[] seal(String name, Pseudonym about) {
        return Sealing.seal(sealing(), name.getBytes(UTF_8), about.value());
    }

    /**
     * The name.
     *
     * @throws GeneralSecurityException if it was sealed for somebody else, altered or exchanged
     */
    String open(byte[] sealed, Pseudonym about) throws GeneralSecurityException {
        String name = new String(Sealing.open(sealing(), sealed, about.value()), UTF_8);
        if (!pseudonym(name).equals(about)) {
            throw new GeneralSecurityException("not the name that " + about + " was made of");
        }
        return name;
    }

    private byte[] sealing() {
        return Sealing.hash(secret, "name", "");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "key of a payee";
    }
}
