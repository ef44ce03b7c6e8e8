/**
 * What every endpoint has in common: points in time and pages from query parameters, answers as
 * JSON, CSV or NDJSON, limits on bodies, and one form of error. Promises that every error, wherever
 * it arises, is a problem in the sense of RFC 9457 with a permanent {@code code}, without class
 * names or stack traces, and that no query parameter is silently ignored.
 */
@NullMarked
package org.aidledger.api.http;

import org.jspecify.annotations.NullMarked;
