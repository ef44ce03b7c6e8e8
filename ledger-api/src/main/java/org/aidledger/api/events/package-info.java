/**
 * The log itself over HTTP: every event in the order of its position, as lines of JSON or as
 * server-sent events that go on as new ones are stored.
 */
@NullMarked
package org.aidledger.api.events;

import org.jspecify.annotations.NullMarked;
