package org.aidledger.eventstore.append;

import java.util.Properties;

/**
 * Where the database is and as whom to connect, for connections that no pool lends out.
 *
 * @param url a JDBC URL
 */
public record Access(String url, String user, String password) {

    /** Properties of a connection that one may add to. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("assumeMinServerVersion", "18");
        return properties;
    }

    @Override
    public String toString() {
        return url; // never the password
    }
}
