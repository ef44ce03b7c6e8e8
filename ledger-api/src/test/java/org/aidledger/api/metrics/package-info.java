/** Tests of what monitoring reads. */
@NullMarked
package org.aidledger.api.metrics;

import org.jspecify.annotations.NullMarked;
