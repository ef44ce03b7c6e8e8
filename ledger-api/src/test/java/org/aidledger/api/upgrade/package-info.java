/** Two releases side by side on one database, for as long as an upgrade takes. */
@NullMarked
package org.aidledger.api.upgrade;

import org.jspecify.annotations.NullMarked;
