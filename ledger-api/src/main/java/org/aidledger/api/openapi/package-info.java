/**
 * The OpenAPI document at {@code /v3/api-docs}. Promises a documented path for every command, made
 * from its record, and a list of all codes with which a request may end.
 */
@NullMarked
package org.aidledger.api.openapi;

import org.jspecify.annotations.NullMarked;
