/**
 * The journal: every line of both books with its two dates. Lines are kept packed in the trail's
 * row of their event, so that a page of them is found like a page of events; what an event says of
 * itself (who, why, on what papers) is read from the event. Lines sum to zero in each book at every
 * point in time.
 */
@NullMarked
package org.aidledger.projections.journal;

import org.jspecify.annotations.NullMarked;
