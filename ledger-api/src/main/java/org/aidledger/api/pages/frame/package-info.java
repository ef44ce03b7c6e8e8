/**
 * What all pages have in common: the address and the point in time in it, the time bar, how amounts
 * and dates are written for the reader, the banner that says when the read side stands still, and
 * the page that says what went wrong.
 */
@NullMarked
package org.aidledger.api.pages.frame;

import org.jspecify.annotations.NullMarked;
