package dev.dbwarden.service.database;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Dialects;
import dev.dbwarden.engine.dialect.Scope;
import io.quarkus.runtime.configuration.DurationConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a database of what the configuration says. Each fault names the setting and never its value. */
final class Registration {
    private static final int LONGEST_NAME = 63;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Registration() {}

    /**
     * @throws FaultyConfigurationException where it says what cannot be
     */
    static RegisteredDatabase read(String name, DatabasesConfig.Entry entry) {
        refuseName(name);
        JdbcUrl url = JdbcUrl.parse(entry.url().orElseThrow(() -> new FaultyConfigurationException("it has no url")));
        Dialect dialect = dialect(entry.dialect().orElse(url.driver().dialect()), url);
        Duration limit = setting("statement-timeout", entry.statementTimeout(), LIMIT, "a time, as 10s", DurationConverter::parseDuration);
        int size = setting("pool-size", entry.poolSize(), 1, "a number", Integer::valueOf);
        boolean scratch = setting("scratch", entry.scratch(), false, "true or false", Registration::flag);
        if (size < 1 || limit.toMillis() < 1) {
            throw new FaultyConfigurationException("its pool-size and its statement-timeout have to be more than nothing");
        }
        var connector = new Connector(url, login(entry, url), limit);
        return new RegisteredDatabase(name, dialect, scope(entry, url), limit, scratch, connector, new Pool(connector, size));
    }

    private static void refuseName(String name) {
        if (name.equals(EmbeddedScratch.NAME)) {
            throw new FaultyConfigurationException("its name is that of the embedded scratch database");
        }
        if (name.length() > LONGEST_NAME || !name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
            throw new FaultyConfigurationException("its name is not made of letters, digits, '_' and '-', at most " + LONGEST_NAME);
        }
    }

    private static Dialect dialect(String name, JdbcUrl url) {
        Dialect dialect = Dialects.find(name).orElseThrow(() -> new FaultyConfigurationException("its dialect is none of "
                + String.join(", ", Dialects.all().stream().map(Dialect::name).toList())));
        if (!dialect.name().equals(url.driver().dialect())) {
            throw new FaultyConfigurationException("its url is not one of dialect " + dialect.name());
        }
        return dialect;
    }

    private static Login login(DatabasesConfig.Entry entry, JdbcUrl url) {
        Optional<Path> file = entry.passwordFile().map(text -> setting("password-file", Optional.of(text), Path.of(""), "a path", Path::of));
        Stream.of(entry.password(), file, url.password()).filter(Optional::isPresent).skip(1).findFirst().ifPresent(_ -> {
            throw new FaultyConfigurationException("it has more than one password");
        });
        return new Login(entry.username().or(url::user), entry.password().or(url::password), file);
    }

    private static Scope scope(DatabasesConfig.Entry entry, JdbcUrl url) {
        if (entry.schemas().isPresent() && !url.driver().hasSchemas()) {
            throw new FaultyConfigurationException("it has schemas, and a database of dialect " + url.driver().dialect() + " has none; name tables");
        }
        return new Scope(entry.schemas().orElse(List.of()), entry.tables().orElse(List.of()), entry.exclude().orElse(List.of()));
    }

    private static <T> T setting(String name, Optional<String> text, T otherwise, String form, Function<String, T> read) {
        try {
            return text.map(String::strip).map(read).orElse(otherwise);
        } catch (RuntimeException notOfTheForm) {
            throw new FaultyConfigurationException("its " + name + " is not " + form);
        }
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }
}
