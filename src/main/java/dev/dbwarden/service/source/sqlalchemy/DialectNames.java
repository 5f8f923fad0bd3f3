package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.service.source.python.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names by which models mean a dialect. SQLAlchemy reaches a MariaDB as {@code mariadb://} and as {@code mysql://}, and knows options and variants by that name
 * only; so what models say for MySQL is for MariaDB too where they say nothing for that.
 *
 * @param all the names that count, the first before the others
 * @param own what {@code dialect.name} is while the program runs
 */
record DialectNames(List<String> all, String own) {
    private static final Pattern MARIADB = Pattern.compile("mariadb([\"'+]|://|_[a-z])");

    static DialectNames of(Dialect dialect, Collection<SourceFile> files) {
        String name = dialect.name();
        if (!name.equals("mariadb")) {
            return new DialectNames(List.of(name), name);
        }
        return new DialectNames(List.of("mariadb", "mysql"), files.stream().anyMatch(file -> MARIADB.matcher(file.text()).find()) ? "mariadb" : "mysql");
    }
}
