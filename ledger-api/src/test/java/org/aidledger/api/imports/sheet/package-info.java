/** Sheets of commands, filled in well and badly. */
@NullMarked
package org.aidledger.api.imports.sheet;

import org.jspecify.annotations.NullMarked;
