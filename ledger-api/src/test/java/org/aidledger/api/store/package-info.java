/** What every store of events has to do, seen from outside; the same tests for each of them. */
@NullMarked
package org.aidledger.api.store;

import org.jspecify.annotations.NullMarked;
