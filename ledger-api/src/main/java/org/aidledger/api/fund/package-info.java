/**
 * Funds over HTTP: one generic endpoint for every command of a fund, batches, and all that can be
 * read about a fund at a point in time. Promises that every view says its fund, both dates and its
 * currency, and gives amounts as decimal strings.
 */
@NullMarked
package org.aidledger.api.fund;

import org.jspecify.annotations.NullMarked;
