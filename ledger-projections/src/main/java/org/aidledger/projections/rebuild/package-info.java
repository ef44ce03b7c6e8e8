/**
 * Builds every read table again from the events, proves by digest that the result equals the live
 * tables, and puts it in their place while reads go on.
 */
@NullMarked
package org.aidledger.projections.rebuild;

import org.jspecify.annotations.NullMarked;
