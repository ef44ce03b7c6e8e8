/** Tests of the demonstration: that its published figures come out of its commands. */
@NullMarked
package org.aidledger.api.demo;

import org.jspecify.annotations.NullMarked;
