/** Workbooks as people and machines make them, and as no honest one would. */
@NullMarked
package org.aidledger.api.imports.xlsx;

import org.jspecify.annotations.NullMarked;
