package org.aidledger.eventstore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.PropertySource;

/** Settings of libraries, read before the first of these is asked about. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@PropertySource("classpath:org/aidledger/eventstore/defaults.properties")
public class EventStoreDefaults {}
