/**
 * Payees over HTTP: who may see their names, and the erasing of them. Owns: names stand in answers
 * only for those who have the right, and never in an address or a log.
 */
@NullMarked
package org.aidledger.api.payee;

import org.jspecify.annotations.NullMarked;
