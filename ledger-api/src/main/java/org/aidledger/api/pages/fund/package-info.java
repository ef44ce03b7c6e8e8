/** One fund on a page: its flow, its indicators, its projects as a table. */
@NullMarked
package org.aidledger.api.pages.fund;

import org.jspecify.annotations.NullMarked;
