/** What waits for a second person: what would change, and the decision. */
@NullMarked
package org.aidledger.api.pages.approvals;

import org.jspecify.annotations.NullMarked;
