/** The auditors' samples: the list, the form to draw one, and the tick list. */
@NullMarked
package org.aidledger.api.pages.samples;

import org.jspecify.annotations.NullMarked;
