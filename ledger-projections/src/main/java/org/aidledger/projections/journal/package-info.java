/**
 * The journal: every line of both books with its two dates. It is the ground that explanations and
 * exports share; its lines sum to zero in each book at every point in time. What an event says of
 * itself (who, why, on what papers) stands once, in the trail, and is joined to a page of lines.
 */
@NullMarked
package org.aidledger.projections.journal;

import org.jspecify.annotations.NullMarked;
