/**
 * Who may do what. {@link org.aidledger.access.Permits} is the one table: which {@link
 * org.aidledger.access.Role} may send which command and exercise which {@link
 * org.aidledger.access.Right}; a {@link org.aidledger.access.Scope} says for which funds. A {@link
 * org.aidledger.access.Caller} has both, and every command and question is checked against them
 * where it is handled; a new command does not compile without its row.
 *
 * <p>Also the ports of what is kept about people: {@link org.aidledger.access.Accounts}, {@link
 * org.aidledger.access.ApiTokens} and {@link org.aidledger.access.KeptReads}. Neither passwords nor
 * tokens pass through here, only what is left of them after hashing.
 */
@NullMarked
package org.aidledger.access;

import org.jspecify.annotations.NullMarked;
