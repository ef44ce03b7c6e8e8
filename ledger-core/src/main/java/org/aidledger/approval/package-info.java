/**
 * Four eyes: a command that somebody may not send alone waits here, as a whole, until another
 * person approves or rejects it; then it is sent to its fund with both names.
 *
 * <p>Owns: nobody decides a request of their own; a request is settled once; what was approved is
 * carried out once or refused for a stated reason, and either is kept.
 */
@NullMarked
package org.aidledger.approval;

import org.jspecify.annotations.NullMarked;
