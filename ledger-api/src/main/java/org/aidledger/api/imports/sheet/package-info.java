/**
 * Sheets of commands, whatever file they come in. One row is one command; the columns are the
 * fields that the same command has over HTTP, and the same binding reads them, so there is one way
 * to say a thing; headings, commands and choices may be in Chinese too, amounts and dates as people
 * type them. Every mistake is named by the row and the column that a spreadsheet shows. All rows or
 * none are posted unless {@code mode=each} says that each stands on its own.
 */
@NullMarked
package org.aidledger.api.imports.sheet;

import org.jspecify.annotations.NullMarked;
