/**
 * Runs a real PostgreSQL from Maven artifacts for those who have no database server: it keeps its
 * data in one folder, commits durably, listens on the loopback interface with a password, and never
 * touches a server that it did not start.
 */
@NullMarked
package org.aidledger.embedded;

import org.jspecify.annotations.NullMarked;
