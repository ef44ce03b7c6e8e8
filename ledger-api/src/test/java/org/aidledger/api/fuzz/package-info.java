/**
 * Inputs that nobody would send in good faith, made from a seed: requests from the OpenAPI
 * document, and files that are taken to pieces. Owns the promise that each of them is answered
 * soon, by a documented status, and that none of them is the ledger's own error.
 */
@NullMarked
package org.aidledger.api.fuzz;

import org.jspecify.annotations.NullMarked;
