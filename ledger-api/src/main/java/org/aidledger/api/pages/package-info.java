/**
 * The workbench: pages for people at a browser, rendered here and complete without a script. Pages
 * ask the same query classes as the HTTP contract, under the same guard, and compute no figure of
 * their own; each of them can be mailed as a link, since what it shows follows from its address.
 */
@NullMarked
package org.aidledger.api.pages;

import org.jspecify.annotations.NullMarked;
