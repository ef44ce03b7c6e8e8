/** Tests of the whole application over HTTP. */
@NullMarked
package org.aidledger.api.http;

import org.jspecify.annotations.NullMarked;
