package org.aidledger.rejection;

/**
 * Why a command was refused. Implementations are records whose components are the values that a
 * caller needs to do better; their names and the code are part of the public contract.
 */
public interface Rejection {

    /** The permanent code, such as {@code ALLOCATION_EXCEEDED}. Never reused, never renamed. */
    String code();

    /** One English sentence that says what was refused and what would have been accepted. */
    String message();
}
