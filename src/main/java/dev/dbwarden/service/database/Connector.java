package dev.dbwarden.service.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/** Opens single connections to the server of a database, also to another database there. */
record Connector(JdbcUrl url, Login login, Duration limit) {
    Connection open() throws SQLException {
        return open(url.place());
    }

    /** A connection to the database of that name on the same server. */
    Connection openOther(String database) throws SQLException {
        String place = url.place();
        int slash = place.indexOf('/', place.indexOf("://") + 3);
        return open((slash < 0 ? place : place.substring(0, slash)) + "/" + database);
    }

    private Connection open(String place) throws SQLException {
        Properties properties = login.properties();
        url.properties().forEach(properties::putIfAbsent);
        properties.putAll(url.driver().bounds(limit));
        try {
            Driver driver = (Driver) url.driver().load().getConstructor().newInstance();
            return Objects.requireNonNull(driver.connect(place, properties));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver is not part of this build", e);
        }
    }

    @Override
    public String toString() {
        return "a connector";
    }
}
