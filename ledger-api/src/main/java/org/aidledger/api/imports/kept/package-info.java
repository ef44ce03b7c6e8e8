/**
 * Sheets that somebody works on before they post them: kept on the server for some hours, judged as
 * often as a row is corrected, posted while their owner looks on or is elsewhere. Promises that
 * nobody but their owner sees one, that what is kept is bounded, that a sheet is posted once
 * however often its button is pressed, and that nothing of it outlives the server.
 */
@NullMarked
package org.aidledger.api.imports.kept;

import org.jspecify.annotations.NullMarked;
