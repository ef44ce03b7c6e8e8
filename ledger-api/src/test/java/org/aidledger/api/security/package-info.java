/** Who gets in, and who may do what, over real HTTP. */
@NullMarked
package org.aidledger.api.security;

import org.jspecify.annotations.NullMarked;
