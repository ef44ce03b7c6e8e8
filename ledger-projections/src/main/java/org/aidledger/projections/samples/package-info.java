/**
 * Samples that auditors drew: the list of them, each as its events made it, and the populations
 * that they are drawn from.
 */
@NullMarked
package org.aidledger.projections.samples;

import org.jspecify.annotations.NullMarked;
