/** Tests of the command line: what it prints, where, and with which exit code. */
@NullMarked
package org.aidledger.api.cli;

import org.jspecify.annotations.NullMarked;
