/**
 * The fund (资金盘子): all money of one donor for one recipient in one fiscal year, and the consistency
 * boundary for it.
 *
 * <p>Read in this order: the commands ({@link org.aidledger.fund.FundCommand}), the events ({@link
 * org.aidledger.fund.FundEvent}), the refusals ({@link org.aidledger.fund.FundRejection}); then one
 * pair of files for each concern: what is remembered ({@code Books}, {@code Plan}, {@code Works},
 * {@code Governance}) and what is decided from it ({@code MoneyDecisions}, {@code PlanDecisions},
 * {@code WorksDecisions}, {@code GovernanceDecisions}). {@link org.aidledger.fund.FundState} puts
 * them together; {@link org.aidledger.fund.Fund} is the aggregate that Axon knows.
 *
 * <p>Owns: no ceiling is broken on any effective date, no money outside the plan, into a frozen or
 * closed project or a closed period, and no request is taken twice.
 */
@NullMarked
package org.aidledger.fund;

import org.jspecify.annotations.NullMarked;
