/**
 * Spreadsheets (.xlsx) as the ledger writes them: tables of texts, numbers, amounts and dates, row
 * by row, however many there are. Promises that a text is a text, so that nothing that somebody
 * once typed becomes a formula in somebody else's spreadsheet, and that an amount keeps its digits.
 */
@NullMarked
package org.aidledger.api.sheet;

import org.jspecify.annotations.NullMarked;
