/**
 * Commands at the edge. {@link org.aidledger.api.command.CommandBinding} turns a command's name and
 * JSON fields into its record, and says what is wrong with them field by field; {@link
 * org.aidledger.api.command.CommandSink} hands records to the ledger. Both work from the sealed
 * hierarchies of commands alone: a new command needs no line here. Promises that nothing malformed
 * reaches the ledger and that a refusal is an answer, not an exception.
 */
@NullMarked
package org.aidledger.api.command;

import org.jspecify.annotations.NullMarked;
