/** All funds side by side: rates, ranks, alerts, and how they came through their year. */
@NullMarked
package org.aidledger.api.pages.overview;

import org.jspecify.annotations.NullMarked;
