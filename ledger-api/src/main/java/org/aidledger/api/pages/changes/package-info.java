/** What lies between two points in time: the sums at both, and the events that explain them. */
@NullMarked
package org.aidledger.api.pages.changes;

import org.jspecify.annotations.NullMarked;
