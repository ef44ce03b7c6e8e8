/** Tests of what stands guard before commands and answers. */
@NullMarked
package org.aidledger.api.access;

import org.jspecify.annotations.NullMarked;
