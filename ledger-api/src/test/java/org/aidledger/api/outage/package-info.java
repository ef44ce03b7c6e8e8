/** Tests of which failures pass by themselves. */
@NullMarked
package org.aidledger.api.outage;

import org.jspecify.annotations.NullMarked;
