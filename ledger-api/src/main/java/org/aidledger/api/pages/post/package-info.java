/**
 * Posting on a form: what was typed is said back in full, what would come of it is shown before it
 * is sent, and a refusal says what would be accepted. A form's posting id is made with the form, so
 * that sending it twice posts once.
 */
@NullMarked
package org.aidledger.api.pages.post;

import org.jspecify.annotations.NullMarked;
