/** Measures the read side on a generated history of any length. Nothing here runs as a test. */
@NullMarked
package org.aidledger.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
