/** Signing in, and setting a password of one's own. Only the demonstration shows its accounts. */
@NullMarked
package org.aidledger.api.pages.signin;

import org.jspecify.annotations.NullMarked;
