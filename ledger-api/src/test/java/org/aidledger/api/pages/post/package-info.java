/** Amounts as people type them and as vouchers write them. */
@NullMarked
package org.aidledger.api.pages.post;

import org.jspecify.annotations.NullMarked;
