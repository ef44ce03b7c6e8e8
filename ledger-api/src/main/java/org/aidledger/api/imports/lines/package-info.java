/**
 * Files with one command on each line, whatever their format: all lines are posted or none, or each
 * on its own. Promises that a file is read to its end before anything of it is posted, that no more
 * of it is in memory than is being posted, and that sending it again continues where it broke off.
 */
@NullMarked
package org.aidledger.api.imports.lines;

import org.jspecify.annotations.NullMarked;
