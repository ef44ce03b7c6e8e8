/**
 * Forms for commands, drawn from the command's record as the HTTP contract is: a new component of a
 * record is a new field of its form. Promises that a form asks for all that its command takes, that
 * what was typed is kept while something is wrong with it, and that what is sent is what the HTTP
 * contract would take.
 */
@NullMarked
package org.aidledger.api.pages.form;

import org.jspecify.annotations.NullMarked;
