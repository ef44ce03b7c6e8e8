/**
 * Traces for OpenTelemetry: a request, the command in it, and the batch that put what followed into
 * the read tables. Without an endpoint there are none, and they cost nothing. Nothing of a trace is
 * stored with events, whose bytes are what the log proves: a command's span is found again, within
 * the process that sent it, by its posting id. No span names a person, an amount or an address.
 */
@NullMarked
package org.aidledger.api.tracing;

import org.jspecify.annotations.NullMarked;
