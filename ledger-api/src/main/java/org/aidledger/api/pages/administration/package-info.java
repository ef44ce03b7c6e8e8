/**
 * Administration for people: accounts, tokens, what was asked, the state of the installation,
 * payees' erasures, policies by date. Each page calls what the HTTP contract calls, and needs the
 * right that the contract needs. A password or a token that was made is shown on the answer to who
 * made it, and nowhere else.
 */
@NullMarked
package org.aidledger.api.pages.administration;

import org.jspecify.annotations.NullMarked;
