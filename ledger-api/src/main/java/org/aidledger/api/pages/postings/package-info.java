/** What is behind figures: the events, one by one, with papers, approvals and proof. */
@NullMarked
package org.aidledger.api.pages.postings;

import org.jspecify.annotations.NullMarked;
