/**
 * Double entry. {@link org.aidledger.posting.PostingRules} is the only place that knows debits and
 * credits: one exhaustive switch from money event to {@link org.aidledger.posting.Transfer}s, each
 * of which takes from one account what it gives to another in the same book.
 */
@NullMarked
package org.aidledger.posting;

import org.jspecify.annotations.NullMarked;
