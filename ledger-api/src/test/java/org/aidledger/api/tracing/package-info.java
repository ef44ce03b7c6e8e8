/** What an operator can follow of one command: its lines in the log, and its trace. */
@NullMarked
package org.aidledger.api.tracing;

import org.jspecify.annotations.NullMarked;
