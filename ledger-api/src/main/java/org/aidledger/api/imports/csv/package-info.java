/**
 * Spreadsheets of commands. One row is one command; the columns are the fields that the same
 * command has over HTTP, and the same binding reads them, so there is one way to say a thing. Every
 * mistake is named by the row a spreadsheet shows and its column. All rows or none are posted
 * unless {@code mode=each} says that each stands on its own.
 */
@NullMarked
package org.aidledger.api.imports.csv;

import org.jspecify.annotations.NullMarked;
