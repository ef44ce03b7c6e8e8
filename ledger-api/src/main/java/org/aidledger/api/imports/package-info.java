/**
 * Files that become postings. What all formats share: an {@link org.aidledger.api.imports.Importer}
 * reads one file and posts it through the same commands as everybody else; the {@link
 * org.aidledger.api.imports.ImportReport} accounts for every line of it. Promises that a file is
 * checked to its end before anything of it is posted, that no line is dropped without being named
 * in the report, and that posting ids come from what a line says, so that running an import again,
 * after an interrupt or for good measure, posts only what is not there yet.
 */
@NullMarked
package org.aidledger.api.imports;

import org.jspecify.annotations.NullMarked;
