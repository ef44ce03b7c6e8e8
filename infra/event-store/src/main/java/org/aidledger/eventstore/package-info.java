/**
 * Keeps events in PostgreSQL for Axon: appended once and durably, under a gapless position, never
 * changed.
 */
@NullMarked
package org.aidledger.eventstore;

import org.jspecify.annotations.NullMarked;
