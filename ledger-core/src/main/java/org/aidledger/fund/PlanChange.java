package org.aidledger.fund;

import org.aidledger.money.Money;

/**
 * One line of a plan adjustment.
 *
 * @param project the project, enrolled before
 * @param planned by how much its planned money changes; negative lowers it
 * @param investment by how much its planned investment of the year changes
 */
public record PlanChange(ProjectId project, Money planned, Money investment) {}
