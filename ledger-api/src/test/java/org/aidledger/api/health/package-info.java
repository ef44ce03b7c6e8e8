/** Tests of how the parts of the health are asked. */
@NullMarked
package org.aidledger.api.health;

import org.jspecify.annotations.NullMarked;
