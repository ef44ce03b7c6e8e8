/**
 * Samples that auditors draw from a fund's postings, and what they found in them. Owns: what is
 * drawn follows from the population, the seed and the method alone, so that anyone draws the same
 * again; and a sample is closed only when every item was looked at.
 */
@NullMarked
package org.aidledger.sample;

import org.jspecify.annotations.NullMarked;
