package org.aidledger.projections.why;

import org.aidledger.money.Money;
import org.aidledger.projections.Page;

/**
 * A figure and the events behind it.
 *
 * @param total the figure; the amounts of all contributions, over all pages, sum to it
 * @param events how many contributions there are in all
 */
public record Explanation(Money total, long events, Page<Contribution> contributions) {}
