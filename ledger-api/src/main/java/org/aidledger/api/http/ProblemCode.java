package org.aidledger.api.http;

/**
 * Permanent codes of errors that are not refusals of the ledger; those bring their own code.
 *
 * <p>The names are part of the public contract.
 */
public enum ProblemCode {
    MALFORMED_JSON(400, "The request is not well-formed JSON"),
    UNKNOWN_FIELD(400, "The request has a field that does not belong there"),
    MISSING_FIELD(400, "The request lacks a field"),
    WRONG_TYPE(400, "A value has the wrong JSON type"),
    INVALID_VALUE(400, "A value makes no sense"),
    UNKNOWN_PARAMETER(400, "There is no such query parameter"),
    MISSING_PARAMETER(400, "A query parameter is missing"),
    BAD_REQUEST(400, "The request cannot be understood"),
    SIGN_IN_REQUIRED(401, "Nobody is signed in"),
    SIGN_IN_FAILED(401, "The sign-in was not accepted"),
    ACCOUNT_LOCKED(401, "The account is locked"),
    TOKEN_NOT_ACCEPTED(401, "The token was not accepted"),
    SIGN_IN_EXPIRED(401, "The sign-in is too long ago"),
    PASSWORD_CHANGE_REQUIRED(403, "The password has to be changed first"),
    CSRF_TOKEN_MISSING(403, "The request did not come from a page of the ledger"),
    ACCESS_DENIED(403, "This is not for you"),
    COMMAND_UNKNOWN(404, "There is no such command"),
    FUND_UNKNOWN(404, "There is no such fund"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not possible here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in that form"),
    BODY_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not understood here"),
    ACCOUNT_UNKNOWN(404, "There is no such account"),
    TOKEN_UNKNOWN(404, "There is no such token"),
    ACCOUNT_EXISTS(409, "The account, or its actor, exists already"),
    BACKUP_DAMAGED(400, "The file is no whole backup"),
    LEDGER_NOT_EMPTY(409, "The ledger is not empty"),
    OTHER_LOG(409, "The backup is of a ledger with another log"),
    OTHER_MASTER_KEY(409, "The names of payees in the backup are under another master key"),
    REBUILD_RUNNING(409, "A rebuild is under way already"),
    VERIFICATION_RUNNING(409, "A verification is under way already"),
    COSIGNATURE_REFUSED(403, "The log does not take that signature"),
    LOG_STOPPED(503, "The transparency log signs nothing"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    LEDGER_BUSY(503, "The ledger cannot take it just now"),
    OUTCOME_UNKNOWN(503, "Nobody can say yet whether it was stored"),
    RELEASE_TOO_OLD(503, "A later release has written what this one cannot read"),
    READ_SIDE_BEHIND(503, "The figures do not hold that position yet");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    String title() {
        return title;
    }
}
