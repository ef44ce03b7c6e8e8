/** Which failures pass by themselves, so that the same request may be sent again. */
@NullMarked
package org.aidledger.api.outage;

import org.jspecify.annotations.NullMarked;
