/**
 * What the ledger knows about people, in PostgreSQL: their accounts, the hashes of their passwords
 * and tokens, and what auditors and regulators asked. Owns the schema {@code people}; promises that
 * accounts outlive restarts and that two of them never act under one name.
 */
@NullMarked
package org.aidledger.accounts;

import org.jspecify.annotations.NullMarked;
