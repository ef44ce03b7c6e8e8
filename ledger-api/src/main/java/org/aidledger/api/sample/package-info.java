/**
 * Samples over HTTP: drawing them from what the read side holds, marking their items, and drawing
 * them again to see that they are what they claim to be.
 */
@NullMarked
package org.aidledger.api.sample;

import org.jspecify.annotations.NullMarked;
