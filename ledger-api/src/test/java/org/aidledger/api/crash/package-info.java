/** Kills the server's process at random moments and looks for anything lost, doubled or halved. */
@NullMarked
package org.aidledger.api.crash;

import org.jspecify.annotations.NullMarked;
