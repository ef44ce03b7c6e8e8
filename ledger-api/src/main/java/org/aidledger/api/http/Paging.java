package org.aidledger.api.http;

import org.aidledger.projections.Cursor;

/**
 * Which part of a list is wanted.
 *
 * @param after where it begins
 * @param limit how many at most
 * @param explicit whether the client said how many
 */
public record Paging(Cursor after, int limit, boolean explicit) {

    /** Items on a page unless the client says otherwise. */
    public static final int DEFAULT_LIMIT = 100;

    /** Most items on a page. */
    public static final int MOST = 1000;
}
