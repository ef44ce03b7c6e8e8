package org.aidledger.projections.why;

import org.aidledger.money.Money;
import org.aidledger.projections.trail.TrailEntry;

/**
 * An event behind a figure.
 *
 * @param amount what it adds to the figure
 */
public record Contribution(TrailEntry entry, Money amount) {}
