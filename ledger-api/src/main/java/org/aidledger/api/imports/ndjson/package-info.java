/**
 * NDJSON: a command on each line, as {@code POST /funds/{fund}/{command}} takes it, with two fields
 * more: {@code command}, its name, and {@code fund}. Made for files of millions of lines.
 */
@NullMarked
package org.aidledger.api.imports.ndjson;

import org.jspecify.annotations.NullMarked;
