/** The structure of the core as a whole. Owns: the arrows between its packages. */
@NullMarked
package org.aidledger;

import org.jspecify.annotations.NullMarked;
