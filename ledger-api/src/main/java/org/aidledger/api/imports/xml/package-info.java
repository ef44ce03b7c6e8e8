/**
 * XML from somebody unknown, read as a stream. Promises that nothing outside the file is looked at,
 * that no entity is expanded, and that no part of the file, however it is made, takes more memory
 * than a fixed bound.
 */
@NullMarked
package org.aidledger.api.imports.xml;

import org.jspecify.annotations.NullMarked;
