/** Tests of the whole application over HTTP. */
@NullMarked
package org.aidledger.api;

import org.jspecify.annotations.NullMarked;
