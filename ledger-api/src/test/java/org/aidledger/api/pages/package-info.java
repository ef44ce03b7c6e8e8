/** Pages as people see them: over HTTP, and in a real browser. */
@NullMarked
package org.aidledger.api.pages;

import org.jspecify.annotations.NullMarked;
