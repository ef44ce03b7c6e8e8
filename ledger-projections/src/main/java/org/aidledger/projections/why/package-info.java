/** Why a figure is what it is: the events behind it, whose amounts sum to it. */
@NullMarked
package org.aidledger.projections.why;

import org.jspecify.annotations.NullMarked;
