/**
 * What an operator's monitoring reads at {@code /actuator/prometheus}, beside commands, which are
 * counted on their way: how far the read side and the transparency log are behind. Dashboards and
 * alerts stand in {@code infra/deploy}. No metric names a fund, a person or an amount.
 */
@NullMarked
package org.aidledger.api.metrics;

import org.jspecify.annotations.NullMarked;
