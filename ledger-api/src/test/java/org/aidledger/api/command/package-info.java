/** Tests of how commands are read at the edge. */
@NullMarked
package org.aidledger.api.command;

import org.jspecify.annotations.NullMarked;
