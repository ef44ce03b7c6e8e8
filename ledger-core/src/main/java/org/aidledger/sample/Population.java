package org.aidledger.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.aidledger.event.PostingId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/**
 * The postings that a sample is drawn from, by position.
 *
 * @param denomination of all of them
 */
public record Population(Denomination denomination, List<Member> members) {

    /**
     * A posting.
     *
     * @param position of its event in the ledger
     * @param amount positive
     */
    public record Member(long position, PostingId posting, Money amount) {}

    /**
     * @throws IllegalArgumentException if the postings do not rise by position, or one has no
     *     amount or one of another denomination
     */
    public Population {
        members = List.copyOf(members);
        long before = -1;
        for (Member member : members) {
            if (member.position() <= before
                    || !member.amount().isPositive()
                    || !member.amount().denomination().equals(denomination)) {
                throw new IllegalArgumentException("no member of a population: " + member);
            }
            before = member.position();
        }
    }

    /** How many there are. */
    public int count() {
        return members.size();
    }

    /** What they are together. */
    public Money total() {
        return members.stream().map(Member::amount).reduce(denomination.zero(), Money::plus);
    }

    /**
     * What tells this population from every other: SHA-256, in hexadecimal digits, over a line
     * {@code POSITION POSTING-ID AMOUNT} for each, in UTF-8, each ended by one newline; amounts are
     * decimals in major units.
     */
    public String digest() {
        MessageDigest sha256 = sha256();
        members.forEach(m ->
                sha256.update(
                        (m.position() + " " + m.posting() + " " + m.amount().decimal() + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
