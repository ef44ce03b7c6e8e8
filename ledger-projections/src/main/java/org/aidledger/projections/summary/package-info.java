/** What an event says, as one English sentence for people. */
@NullMarked
package org.aidledger.projections.summary;

import org.jspecify.annotations.NullMarked;
