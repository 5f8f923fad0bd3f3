package dev.dbwarden.service.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Connections to one database, opened when first asked for: a database that is down keeps nobody from starting. Sessions are read-only as
 * far as a server lets them be; what protects a database is a role without rights.
 */
final class Pool implements AutoCloseable {
    /** Whoever asks whether the database is there does not wait for those who read it. */
    private static final int PROBES = 1;
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Connector connector;
    private final int size;
    private Optional<AgroalDataSource> source = Optional.empty();

    Pool(Connector connector, int size) {
        this.connector = connector;
        this.size = size;
    }

    Connection connection() throws SQLException {
        return source().getConnection();
    }

    int size() {
        return size;
    }

    private synchronized AgroalDataSource source() throws SQLException {
        if (source.isEmpty()) {
            source = Optional.of(AgroalDataSource.from(configuration()));
        }
        return source.get();
    }

    private AgroalDataSourceConfigurationSupplier configuration() {
        Duration limit = connector.limit();
        return new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                .initialSize(0).minSize(0).maxSize(size + PROBES).acquisitionTimeout(limit.plusSeconds(1)).reapTimeout(IDLE)
                // A server may have been restarted, and a file replaced, since the last export.
                .validateOnBorrow(true).connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(Math.toIntExact(Math.max(1, limit.toSeconds()))))
                .flushOnClose(connector.url().driver() == Driver.SQLITE)
                .connectionFactoryConfiguration(this::connections));
    }

    private AgroalConnectionFactoryConfigurationSupplier connections(AgroalConnectionFactoryConfigurationSupplier factory) {
        JdbcUrl url = connector.url();
        Duration limit = connector.limit();
        try {
            factory.jdbcUrl(url.place()).connectionProviderClass(url.driver().load()).initialSql(url.driver().session(limit));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the driver is not part of this build", e);
        }
        url.properties().forEach(factory::jdbcProperty);
        url.driver().bounds(limit).forEach(factory::jdbcProperty);
        url.driver().readOnly(limit).forEach(factory::jdbcProperty);
        connector.login().user().map(NamePrincipal::new).ifPresent(factory::principal);
        return factory.addSecurityProvider(Login::properties).credential(connector.login());
    }

    @Override
    public synchronized void close() {
        source.ifPresent(AgroalDataSource::close);
        source = Optional.empty();
    }
}
