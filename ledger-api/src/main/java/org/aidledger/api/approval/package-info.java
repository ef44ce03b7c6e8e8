/**
 * Approvals over HTTP: asking, the inbox, decisions, and the carrying out of what was approved.
 *
 * <p>Owns: an approved command is sent to its fund, however often the server is killed in between.
 */
@NullMarked
package org.aidledger.api.approval;

import org.jspecify.annotations.NullMarked;
