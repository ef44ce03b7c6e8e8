package org.aidledger.api.pages.form;

/**
 * Something to choose.
 *
 * @param value as commands say it
 * @param text as people read it
 */
public record Option(String value, String text) {}
