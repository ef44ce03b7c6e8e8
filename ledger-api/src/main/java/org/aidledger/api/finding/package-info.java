/** Findings over HTTP: their commands, and the register of findings and noted breaches. */
@NullMarked
package org.aidledger.api.finding;

import org.jspecify.annotations.NullMarked;
