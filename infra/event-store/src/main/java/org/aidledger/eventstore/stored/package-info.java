/**
 * The stored form of events: JSON under a name and a revision that outlive the class.
 *
 * <p>Owns: what was stored once is read back whole or not at all, by this release and every later
 * one.
 */
@NullMarked
package org.aidledger.eventstore.stored;

import org.jspecify.annotations.NullMarked;
