/** Tests of the exports, by reading them back and by asking the real accounting tools. */
@NullMarked
package org.aidledger.api.export;

import org.jspecify.annotations.NullMarked;
