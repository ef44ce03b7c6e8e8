/** One project on a page: its money against its works over time, contracts, findings, papers. */
@NullMarked
package org.aidledger.api.pages.project;

import org.jspecify.annotations.NullMarked;
