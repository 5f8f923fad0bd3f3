package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.Fragment;
import dev.dbwarden.engine.sql.Lexicon;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the texts of a document mean in a dialect. A text that means nothing is a mistake at its place, and stands for itself from there on. */
final class Meaning {
    private final Normalizer normalizer;
    private final Lexicon lexicon;
    private final Mistakes mistakes;
    private final Map<String, DataType> types = new HashMap<>();
    /** By the text of the column's type, then by their own. */
    private final Map<String, Map<String, SqlText>> defaults = new HashMap<>();
    private final Map<String, ObjectName> names = new HashMap<>();

    Meaning(Dialect dialect, Mistakes mistakes) {
        this.normalizer = dialect.normalizer();
        this.lexicon = dialect.lexicon();
        this.mistakes = mistakes;
    }

    ObjectName name(String key, Path at) {
        ObjectName known = names.get(key);
        if (known != null) {
            return known;
        }
        try {
            ObjectName name = normalizer.name(ObjectName.parse(key));
            names.put(key, name);
            return name;
        } catch (IllegalArgumentException e) {
            mistakes.add(at, String.valueOf(e.getMessage()));
            return ObjectName.of(key);
        }
    }

    boolean takesColumns(Options options) {
        return normalizer.takesColumns(options);
    }

    DataType type(String text, Path at) {
        DataType known = types.get(text);
        if (known != null) {
            return known;
        }
        DataType type = or(() -> normalizer.type(text), DataType.builtin(text, text), at);
        types.put(text, type);
        return type;
    }

    SqlText expression(String sql, Path at) {
        return text(Fragment.ITEM, sql, at, normalizer::expression);
    }

    SqlText defaultValue(String sql, DataType type, Path at) {
        Map<String, SqlText> ofType = defaults.computeIfAbsent(type.text(), _ -> new HashMap<>());
        SqlText known = ofType.get(sql);
        if (known != null) {
            return known;
        }
        return text(Fragment.ITEM, sql, at, text -> {
            SqlText read = normalizer.defaultValue(text, type);
            ofType.put(sql, read);
            return read;
        });
    }

    /** A query, or another clause that is carried whole. */
    SqlText clause(String sql, Path at) {
        return text(Fragment.CLAUSE, sql, at, normalizer::definition);
    }

    /** A statement that is carried whole. */
    SqlText statement(String sql, Path at) {
        return text(Fragment.STATEMENT, sql, at, normalizer::definition);
    }

    /** A piece of SQL that is taken over as it is. */
    String taken(Fragment place, String sql, Path at) {
        in(place, sql, at);
        return sql;
    }

    private SqlText text(Fragment place, String sql, Path at, Function<String, SqlText> reading) {
        return in(place, sql, at) ? or(() -> reading.apply(sql), SqlText.plain(sql), at) : SqlText.plain(sql);
    }

    private boolean in(Fragment place, String sql, Path at) {
        Optional<String> fault = place.fault(sql, lexicon);
        fault.ifPresent(each -> mistakes.add(at, each));
        return fault.isEmpty();
    }

    private <T> T or(Supplier<T> reading, T otherwise, Path at) {
        try {
            return reading.get();
        } catch (SqlException e) {
            mistakes.add(at, String.valueOf(e.getMessage()));
            return otherwise;
        }
    }
}
