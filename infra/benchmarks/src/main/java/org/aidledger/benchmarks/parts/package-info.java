/**
 * The small parts of a command's way, each measured on its own with JMH: where a change of the
 * whole comes from can be seen here.
 */
@NullMarked
package org.aidledger.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
