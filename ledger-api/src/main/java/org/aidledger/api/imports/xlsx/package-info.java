/**
 * Spreadsheets (.xlsx) as somebody unknown sends them. A workbook is a zip of XML, and both are
 * read here as streams, each part within a bound: what is needed of a sheet is its texts, numbers
 * and dates, and a library that builds the workbook in memory would let the file say how much
 * memory that is. Promises that a number keeps the digits that a spreadsheet shows, that a date is
 * the day that stands there, and that nothing that is uncertain (an error, a formula without its
 * result) passes for a value.
 */
@NullMarked
package org.aidledger.api.imports.xlsx;

import org.jspecify.annotations.NullMarked;
