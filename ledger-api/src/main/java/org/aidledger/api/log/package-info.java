/**
 * The transparency log over HTTP: checkpoints, tiles and entries as C2SP's {@code tlog-tiles} lays
 * them out below {@code /api/v1/log}, proofs for those who would rather not compute them, and the
 * signatures of witnesses. Owns the promise that what may be cached for ever never changes.
 */
@NullMarked
package org.aidledger.api.log;

import org.jspecify.annotations.NullMarked;
