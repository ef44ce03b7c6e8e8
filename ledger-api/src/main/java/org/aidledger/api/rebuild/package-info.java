/** Rebuilding the read side over HTTP, with its progress as it goes. */
@NullMarked
package org.aidledger.api.rebuild;

import org.jspecify.annotations.NullMarked;
