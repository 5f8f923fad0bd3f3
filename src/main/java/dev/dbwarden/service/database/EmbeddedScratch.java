package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** SQLite in this process: in memory, bounded, with nothing else in reach. Needs no configuration, and leaves nothing behind. */
public record EmbeddedScratch() implements ScratchServer {
    public static final String NAME = "embedded-sqlite";
    /** Pages of 4 KiB: 256 MiB. */
    private static final String MOST_PAGES = "65536";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Dialect dialect() {
        return Dialects.find(Driver.SQLITE.dialect()).orElseThrow();
    }

    @Override
    public ScratchDatabase open() {
        var properties = new Properties();
        properties.setProperty("enable_load_extension", "false");
        properties.setProperty("limit_attached", "0");
        properties.setProperty("max_page_count", MOST_PAGES);
        properties.setProperty("temp_store", "MEMORY");
        try {
            Connection connection = new JDBC().connect("jdbc:sqlite::memory:", properties);
            return new ScratchDatabase(this, connection, () -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
