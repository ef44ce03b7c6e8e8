/**
 * The two-axis index: what every figure of a fund comes to at any effective date, as far as known
 * at any instant, from a few rows whatever the length of the history.
 *
 * <p>An event leaves {@link org.aidledger.projections.tally.Fact}s: by so much rises a {@link
 * org.aidledger.projections.tally.Measure} of a {@link org.aidledger.projections.tally.Subject}. A
 * measure and its subject are a series; of a series are asked the count, the sum, the latest day
 * and what was stated last by that day, all of which can be put together from parts.
 *
 * <p>Recording only ever appends, so what was known at an instant is a beginning of the fund's
 * facts in their order of recording. That beginning is covered by blocks: so many facts are a leaf,
 * {@code radix} leaves are a block of the second level, as many of these one of the third, and so
 * on; at most {@code radix - 1} blocks of each level, part of one leaf and the facts behind the
 * last leaf (kept in the fund's head) cover any beginning. Within a block the facts are sorted by
 * effective day and cut into pages; a page repeats what all series had come to before its first
 * day, and is about as long as that, so that one page answers for the whole block at any date.
 * Pages are split by subjects as well, so that one account needs not read a whole fund. A backdated
 * fact costs what any other costs: blocks are by order of recording.
 *
 * <p>With n facts and s series, an answer reads at most {@code radix * log(n)} pages of some 2 s
 * entries; a fact is written once per level. Leaves and pages are never changed; cutting them
 * depends on the events alone, so that a rebuild gives the same rows. The shape of the index must
 * be the same for writer and reader; after a change of shape the read tables are rebuilt.
 */
@NullMarked
package org.aidledger.projections.tally;

import org.jspecify.annotations.NullMarked;
