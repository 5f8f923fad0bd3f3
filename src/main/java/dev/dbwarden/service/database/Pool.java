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
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final JdbcUrl url;
    private final Login login;
    private final int size;
    private final Duration limit;
    private Optional<AgroalDataSource> source = Optional.empty();

    Pool(JdbcUrl url, Login login, int size, Duration limit) {
        this.url = url;
        this.login = login;
        this.size = size;
        this.limit = limit;
    }

    Connection connection() throws SQLException {
        return source().getConnection();
    }

    int size() {
        return size;
    }

    Duration limit() {
        return limit;
    }

    private synchronized AgroalDataSource source() throws SQLException {
        if (source.isEmpty()) {
            source = Optional.of(AgroalDataSource.from(configuration()));
        }
        return source.get();
    }

    private AgroalDataSourceConfigurationSupplier configuration() {
        return new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                .initialSize(0).minSize(0).maxSize(size).acquisitionTimeout(limit.plusSeconds(1)).reapTimeout(IDLE)
                // A server may have been restarted, and a file replaced, since the last export.
                .validateOnBorrow(true).connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(Math.toIntExact(Math.max(1, limit.toSeconds()))))
                .flushOnClose(url.driver() == Driver.SQLITE)
                .connectionFactoryConfiguration(this::connections));
    }

    private AgroalConnectionFactoryConfigurationSupplier connections(AgroalConnectionFactoryConfigurationSupplier factory) {
        try {
            factory.jdbcUrl(url.place()).connectionProviderClass(url.driver().load()).initialSql(url.driver().session(limit)).loginTimeout(limit);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the driver is not part of this build", e);
        }
        url.properties().forEach(factory::jdbcProperty);
        url.driver().forced(limit).forEach(factory::jdbcProperty);
        login.user().map(NamePrincipal::new).ifPresent(factory::principal);
        return factory.addSecurityProvider(Login::properties).credential(login);
    }

    @Override
    public synchronized void close() {
        source.ifPresent(AgroalDataSource::close);
        source = Optional.empty();
    }
}
