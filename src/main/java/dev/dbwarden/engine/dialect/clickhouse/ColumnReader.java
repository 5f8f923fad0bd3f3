package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a column. Options: {@code codec}, {@code ttl}, {@code ephemeral}, {@code statistics}, {@code settings}. */
final class ColumnReader {
    private static final String[] ATTRIBUTES = {"NULL", "NOT", "DEFAULT", "MATERIALIZED", "ALIAS", "EPHEMERAL", "AUTO_INCREMENT", "COLLATE", "COMMENT", "CODEC",
        "STATISTICS", "STATISTIC", "TTL", "PRIMARY", "SETTINGS", "REMOVE", "MODIFY", "RESET", "FIRST", "AFTER", "UNIQUE", "REFERENCES", "CHECK"};
    /** What an expression amounts to where a column has no type; other calls nobody but a server can tell. */
    private static final Map<String, String> RESULTS = Map.ofEntries(Map.entry("now", "DateTime"), Map.entry("now64", "DateTime64(3)"), Map.entry("today", "Date"),
            Map.entry("yesterday", "Date"), Map.entry("toDate", "Date"), Map.entry("toDateTime", "DateTime"), Map.entry("generateUUIDv4", "UUID"), Map.entry("toString", "String"),
            Map.entry("lower", "String"), Map.entry("upper", "String"), Map.entry("concat", "String"), Map.entry("toYear", "UInt16"), Map.entry("toYYYYMM", "UInt32"),
            Map.entry("toUInt8", "UInt8"), Map.entry("toUInt16", "UInt16"), Map.entry("toUInt32", "UInt32"), Map.entry("toUInt64", "UInt64"), Map.entry("toInt8", "Int8"),
            Map.entry("toInt16", "Int16"), Map.entry("toInt32", "Int32"), Map.entry("toInt64", "Int64"), Map.entry("toFloat64", "Float64"), Map.entry("toFloat32", "Float32"),
            Map.entry("toStartOfDay", "DateTime"), Map.entry("toStartOfHour", "DateTime"), Map.entry("toMonday", "Date"), Map.entry("toStartOfMonth", "Date"), Map.entry("cityHash64", "UInt64"));

    private final TokenStream in;
    private boolean primaryKey;

    ColumnReader(TokenStream in) {
        this.in = in;
    }

    /** Whether PRIMARY KEY stood at the column that was read last. */
    boolean isPrimaryKey() {
        return primaryKey;
    }

    Column column() {
        int start = in.peek().start();
        String name = ClickhouseNames.column(in);
        boolean typed = !atAttribute();
        Column column = attributes(Column.of(name, typed ? new TypeSpelling(in).type() : DataType.builtin("", "")).withNullable(false));
        if (!typed) {
            return column.withType(implied(column, start));
        }
        return column;
    }

    /** A column with another type, where one stands here, and with the attributes that do. */
    Column changed(Column before) {
        Column column = atAttribute() || atEnd() ? before : before.withType(new TypeSpelling(in).type()).withNullable(false);
        return attributes(column);
    }

    private boolean atAttribute() {
        return in.atAny(ATTRIBUTES) && in.peek().type() == Type.WORD;
    }

    private boolean atEnd() {
        return in.isAtEnd() || in.at(",") || in.at(")") || in.at("SETTINGS") && !in.peek(1).is("(");
    }

    private Column attributes(Column before) {
        Column column = before;
        primaryKey = false;
        boolean nullable = false;
        while (!atEnd() && !in.atAny("FIRST", "AFTER", "REMOVE", "MODIFY", "RESET")) {
            if (in.accept("NULL")) {
                nullable = true;
            } else if (!in.accept("NOT", "NULL")) {
                column = attribute(column);
            }
        }
        return column.withNullable(nullable || ColumnRules.takesNull(column.type()));
    }

    private Column attribute(Column column) {
        if (in.accept("DEFAULT")) {
            return computed(column).withDefault(Optional.of(expression()));
        }
        if (in.accept("MATERIALIZED")) {
            return computed(column).withGenerated(Optional.of(new Generated(expression(), true)));
        }
        if (in.accept("ALIAS")) {
            return computed(column).withGenerated(Optional.of(new Generated(expression(), false)));
        }
        if (in.accept("EPHEMERAL")) {
            boolean bare = atEnd() || atAttribute() && !in.at("NULL");
            return option(computed(column), "ephemeral", bare ? "" : expression().canonical());
        }
        if (in.accept("COMMENT")) {
            return column.withComment(Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty()));
        }
        if (in.accept("CODEC")) {
            return option(column, "codec", new ClauseSpelling(in).codec(List.of(column.type())));
        }
        if (in.accept("TTL")) {
            return option(column, "ttl", new ExpressionSpelling(in).expression());
        }
        if (in.accept("STATISTICS") || in.accept("STATISTIC")) {
            in.expect("(");
            String statistics = new ClauseSpelling(in).statistics();
            in.expect(")");
            return option(column, "statistics", statistics);
        }
        if (in.accept("SETTINGS")) {
            return option(column, "settings", settings());
        }
        if (in.accept("COLLATE")) {
            ClickhouseNames.name(in);
            return column;
        }
        if (in.accept("PRIMARY", "KEY")) {
            primaryKey = true;
            return column;
        }
        throw refused();
    }

    private SqlException refused() {
        if (in.at("UNIQUE")) {
            return new SqlException("ClickHouse has no unique constraints; leave UNIQUE out, or let ReplacingMergeTree keep the last row of each key", in.peek().start());
        }
        if (in.at("REFERENCES")) {
            return new SqlException("ClickHouse has no foreign keys; leave REFERENCES out", in.peek().start());
        }
        if (in.at("AUTO_INCREMENT")) {
            return new SqlException("ClickHouse numbers no rows; leave AUTO_INCREMENT out", in.peek().start());
        }
        return in.unexpected("DEFAULT, MATERIALIZED, ALIAS, EPHEMERAL, COMMENT, CODEC, STATISTICS, TTL, SETTINGS, a comma or a closing bracket");
    }

    private static Column computed(Column column) {
        return column.withDefault(Optional.empty()).withGenerated(Optional.empty()).withOptions(column.options().without("ephemeral"));
    }

    private static Column option(Column column, String name, String value) {
        return column.withOptions(column.options().with(name, value));
    }

    private String settings() {
        in.expect("(");
        String settings = String.join(", ", new ExpressionSpelling(in).list(")"));
        in.expect(")");
        return settings;
    }

    SqlText expression() {
        int mark = in.mark();
        String canonical = ClickhouseTexts.comparable(new ExpressionSpelling(in).expression());
        String sql = ClickhouseTokens.portable(in.textSince(mark));
        return new SqlText(sql, canonical, ClickhouseTokens.words(sql));
    }

    private static DataType implied(Column column, int start) {
        String text = column.defaultValue().or(() -> column.generated().map(Generated::expression)).map(SqlText::canonical).orElse("");
        int bracket = text.indexOf('(');
        String type = text.startsWith("'") ? "String" : text.matches("\\d+") ? whole(text) : text.matches("-?\\d+\\.\\d+") ? "Float64"
                : text.equals("true") || text.equals("false") ? "Bool" : bracket > 0 ? RESULTS.getOrDefault(text.substring(0, bracket), "") : "";
        if (type.isEmpty()) {
            throw new SqlException("column " + column.name() + " has no type, which only a server can tell from its expression; write the type", start);
        }
        return TypeSpelling.of(type);
    }

    private static String whole(String digits) {
        long value = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        return value <= 255 ? "UInt8" : value <= 65_535 ? "UInt16" : value <= 4_294_967_295L ? "UInt32" : "UInt64";
    }
}
