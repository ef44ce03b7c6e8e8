/**
 * Posting by spreadsheet: a sheet is brought, every row is judged before anything is posted, what
 * is refused is corrected in place, and all or the good ones are posted while whoever brought it
 * may be elsewhere.
 */
@NullMarked
package org.aidledger.api.pages.sheet;

import org.jspecify.annotations.NullMarked;
