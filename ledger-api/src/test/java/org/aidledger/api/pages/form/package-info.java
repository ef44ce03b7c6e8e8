/** Tests of the forms of commands. */
@NullMarked
package org.aidledger.api.pages.form;

import org.jspecify.annotations.NullMarked;
