/**
 * The journal: every line of both books with its two dates. It is the ground that balances, budgets
 * and explanations share; its lines sum to zero in each book at every point in time.
 */
@NullMarked
package org.aidledger.projections.journal;

import org.jspecify.annotations.NullMarked;
