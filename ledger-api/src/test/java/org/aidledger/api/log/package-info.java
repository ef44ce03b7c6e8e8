/** Tests of the transparency log over HTTP, and by programs that others wrote. */
@NullMarked
package org.aidledger.api.log;

import org.jspecify.annotations.NullMarked;
