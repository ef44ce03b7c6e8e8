package org.aidledger.eventstore;

/**
 * What this process calls itself when it tells others of news.
 *
 * @param value different for each start
 */
public record NodeName(String value) {}
