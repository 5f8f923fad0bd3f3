package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a column's definition. Options: {@code autoincrement}, {@code on_update}, {@code invisible}, {@code srid}, {@code charset} and
 * {@code binary} until the table's own is known, and what else a server knows.
 */
final class ColumnReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final Variant variant;
    private final List<TablePart> others = new ArrayList<>();

    ColumnReader(TokenStream in, Clauses clauses, Variant variant) {
        this.in = in;
        this.clauses = clauses;
        this.variant = variant;
    }

    /** The keys and conditions that stood at the columns that were read. */
    List<TablePart> others() {
        return others;
    }

    Column column() {
        return column(clauses.name());
    }

    Column column(String name) {
        MysqlTypes.Written written = MysqlTypes.read(in, variant);
        DataType type = MysqlTypes.dataType(written.name(), variant);
        Options options = written.charset().map(charset -> Options.of("charset", charset)).orElse(Options.NONE);
        options = written.binary() ? options.with("binary", "true") : options;
        Column column = Column.of(name, type).withCollation(written.collation()).withOptions(options);
        if (written.serial()) {
            column = serial(column);
        }
        if (written.json()) {
            others.add(new Check(name, MysqlTexts.expression("json_valid(" + Mysql.QUOTING.quoted(name) + ")"), Options.of("column", name)));
        }
        while (!in.isAtEnd() && !in.atAny(",", ")", "FIRST", "AFTER", "PARTITION", "REMOVE")) {
            column = attribute(column);
        }
        if (!variant.keepsUniqueBesidePrimaryKey() && others.stream().anyMatch(PrimaryKey.class::isInstance)) {
            others.removeIf(Unique.class::isInstance);
        }
        return column;
    }

    private Column serial(Column column) {
        unique(new Unique("", List.of(column.name()), Options.NONE));
        return column.withNullable(false).withOptions(Options.of("autoincrement", "true"));
    }

    /** However often a column says that it is unique, it is so once. */
    private void unique(Unique unique) {
        others.removeIf(Unique.class::isInstance);
        others.add(unique);
    }

    private Column attribute(Column column) {
        Token first = in.peek();
        if (in.accept("NOT", "NULL")) {
            return column.withNullable(false);
        }
        if (in.accept("NULL")) {
            return column.withNullable(true);
        }
        if (in.accept("DEFAULT")) {
            return defaulted(column);
        }
        if (in.accept("ON", "UPDATE")) {
            return with(column, "on_update", moment(column));
        }
        if (in.accept("AUTO_INCREMENT")) {
            return with(column.withNullable(false), "autoincrement", "true");
        }
        if (in.accept("COMMENT")) {
            return column.withComment(Optional.of(text()).filter(text -> !text.isEmpty()));
        }
        if (in.accept("COLLATE")) {
            in.accept("=");
            return column.withCollation(Optional.of(in.next().value()));
        }
        if (in.accept("CHARACTER", "SET") || in.accept("CHARSET")) {
            return with(column, "charset", in.next().value());
        }
        if (in.accept("GENERATED", "ALWAYS", "AS") || in.accept("AS")) {
            return generated(column);
        }
        return constrained(column).or(() -> rare(column)).orElseThrow(() -> new SqlException("unexpected '" + first.text() + "' in the definition of column " + column.name(), first.start()));
    }

    /** The servers take nothing else behind {@code ON UPDATE}. */
    private String moment(Column column) {
        int start = in.peek().start();
        String value = MysqlTexts.defaultValue(value(), column.type()).canonical();
        if (!MysqlDefaults.isMoment(value)) {
            throw new SqlException("ON UPDATE of column " + column.name() + " takes nothing but CURRENT_TIMESTAMP", start);
        }
        return value;
    }

    private Column defaulted(Column column) {
        SqlText value = MysqlTexts.defaultValue(value(), column.type());
        return value.canonical().equalsIgnoreCase("NULL") ? column : column.withDefault(Optional.of(value));
    }

    private Column generated(Column column) {
        Periods.refuseColumn(in, column.name());
        SqlText expression = MysqlTexts.expression(in.parenthesized());
        boolean stored = in.accept("STORED") || in.accept("PERSISTENT");
        if (!stored) {
            in.accept("VIRTUAL");
        }
        return column.withGenerated(Optional.of(new Generated(expression, stored)));
    }

    /** Keys and conditions, which are the table's. */
    private Optional<Column> constrained(Column column) {
        String name = clauses.constraintName().orElse("");
        List<String> self = List.of(column.name());
        if (in.accept("PRIMARY", "KEY") || in.accept("KEY")) {
            others.add(new PrimaryKey("", self, Options.NONE));
            return Optional.of(column.withNullable(false));
        }
        if (in.accept("UNIQUE")) {
            in.accept("KEY");
            unique(new Unique(name, self, Options.NONE));
            return Optional.of(column);
        }
        if (in.at("REFERENCES")) {
            others.add(KeyReader.references(clauses, name, self));
            return Optional.of(column);
        }
        if (in.accept("CHECK")) {
            SqlText condition = MysqlTexts.expression(in.parenthesized());
            boolean own = variant.checksBelongToColumns() && name.isEmpty();
            others.removeIf(part -> own && part instanceof Check && part.name().equals(column.name()));
            others.add(own ? new Check(column.name(), condition, Options.of("column", column.name())) : new Check(name, condition, KeyReader.enforcement(in)));
            return Optional.of(column);
        }
        return Optional.empty();
    }

    private Optional<Column> rare(Column column) {
        if (in.accept("VISIBLE") || in.accept("SIGNED")) {
            return Optional.of(column);
        }
        if (in.accept("INVISIBLE")) {
            return Optional.of(with(column, "invisible", "true"));
        }
        if (in.accept("SRID") || in.accept("REF_SYSTEM_ID")) {
            in.accept("=");
            return Optional.of(with(column, "srid", in.next().text()));
        }
        if (in.accept("SERIAL", "DEFAULT", "VALUE")) {
            return Optional.of(serial(column));
        }
        for (String clause : new String[] {"COLUMN_FORMAT", "STORAGE", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"}) {
            if (in.accept(clause)) {
                in.accept("=");
                Token value = in.next();
                String text = value.type() == Token.Type.STRING ? Mysql.QUOTING.literal(value.value()) : value.text().toUpperCase(Locale.ROOT);
                return Optional.of(text.equals("DEFAULT") ? column : with(column, clause.toLowerCase(Locale.ROOT), text));
            }
        }
        if (in.accept("COMPRESSED")) {
            return Optional.of(with(column, "compressed", in.accept("=") ? in.next().text() : "true"));
        }
        if (in.at("WITHOUT", "SYSTEM", "VERSIONING") || in.at("WITH", "SYSTEM", "VERSIONING")) {
            String versioning = in.next().text().toUpperCase(Locale.ROOT);
            in.expect("SYSTEM", "VERSIONING");
            return Optional.of(with(column, "system_versioning", versioning));
        }
        return Optional.empty();
    }

    private static Column with(Column column, String option, String value) {
        return column.withOptions(column.options().with(option, value));
    }

    private String text() {
        in.accept("=");
        Token token = in.peek();
        if (token.type() != Token.Type.STRING) {
            throw in.unexpected("a text");
        }
        return in.next().value();
    }

    /** A default's value: up to the next attribute. */
    String value() {
        int mark = in.mark();
        if (in.at("(")) {
            in.parenthesized();
            return in.textSince(mark);
        }
        if (in.accept("NEXT", "VALUE", "FOR") || in.accept("PREVIOUS", "VALUE", "FOR")) {
            clauses.objectName();
            return in.textSince(mark);
        }
        boolean signed = in.accept("-") || in.accept("+");
        boolean typed = in.atAny("DATE", "TIME", "TIMESTAMP") && in.peek(1).type() == Token.Type.STRING;
        if (typed || !signed && in.peek().text().startsWith("_")) {
            in.next();
        }
        if (in.isAtEnd() || in.atAny(",", ")")) {
            throw in.unexpected("a value");
        }
        Token token = in.next();
        while (in.accept(".")) {
            in.next();
        }
        if (token.isName() && in.at("(")) {
            in.parenthesized();
        }
        return in.textSince(mark);
    }
}
