package org.aidledger.proof;

/**
 * The log signs nothing any more, because what is stored contradicts what it has signed or hashed
 * before. Somebody has to look; {@code aidledger verify} says where.
 */
public final class LogStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason a sentence for whoever looks
     */
    public LogStopped(String reason) {
        super(reason);
    }
}
