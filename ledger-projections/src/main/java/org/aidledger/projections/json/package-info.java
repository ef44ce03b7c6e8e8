/** The written form of events and their parts inside read tables: a record's components as JSON. */
@NullMarked
package org.aidledger.projections.json;

import org.jspecify.annotations.NullMarked;
