package dev.dbwarden.engine.dialect;

import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The clauses that DDL has in every dialect: names, lists of columns, references.
 *
 * @param fold what becomes of a name without quotes: lower case in PostgreSQL, itself in SQLite
 * @param kept what the server keeps of a name: its first 63 bytes in PostgreSQL
 */
public record Clauses(TokenStream in, UnaryOperator<String> fold, UnaryOperator<String> kept) {
    /** Of a dialect that keeps names whole. */
    public Clauses(TokenStream in, UnaryOperator<String> fold) {
        this(in, fold, UnaryOperator.identity());
    }

    public String name() {
        Token token = in.name();
        return kept.apply(token.type() == Token.Type.WORD ? fold.apply(token.value()) : token.value());
    }

    /** {@code name} or {@code schema.name}; a database in front of a schema falls out. */
    public ObjectName objectName() {
        String first = name();
        if (!in.accept(".")) {
            return ObjectName.of(first);
        }
        String second = name();
        return in.accept(".") ? new ObjectName(second, name()) : new ObjectName(first, second);
    }

    /** {@code (a, b)}. */
    public List<String> columns() {
        in.expect("(");
        List<String> columns = names();
        in.expect(")");
        return columns;
    }

    /** {@code a, b}. */
    public List<String> names() {
        var names = new ArrayList<String>();
        do {
            names.add(name());
        } while (in.accept(","));
        return names;
    }

    /** {@code CONSTRAINT name}, or nothing. */
    public Optional<String> constraintName() {
        return in.accept("CONSTRAINT") ? Optional.of(name()) : Optional.empty();
    }

    /** {@code IF EXISTS} or {@code IF NOT EXISTS}, or nothing. */
    public boolean ifExists() {
        return in.accept("IF", "EXISTS") || in.accept("IF", "NOT", "EXISTS");
    }

    /** From {@code REFERENCES} on. */
    public ForeignKey references(String name, List<String> columns) {
        return references(name, columns, this::columns);
    }

    /** From {@code REFERENCES} on, the columns behind it read so. */
    public ForeignKey references(String name, List<String> columns, Supplier<List<String>> target) {
        in.expect("REFERENCES");
        ObjectName table = objectName();
        List<String> targetColumns = in.at("(") ? target.get() : List.of();
        String onDelete = ForeignKey.NO_ACTION;
        String onUpdate = ForeignKey.NO_ACTION;
        Options options = Options.NONE;
        while (true) {
            if (in.accept("ON", "DELETE")) {
                onDelete = action();
            } else if (in.accept("ON", "UPDATE")) {
                onUpdate = action();
            } else if (in.accept("MATCH")) {
                String match = name().toUpperCase(java.util.Locale.ROOT);
                options = match.equals("SIMPLE") ? options : options.with("match", match);
            } else if (atDeferral()) {
                options = deferral(options);
            } else {
                return new ForeignKey(name, columns, table, targetColumns, onDelete, onUpdate, options);
            }
        }
    }

    private String action() {
        for (String[] action : new String[][] {{"NO", "ACTION"}, {"RESTRICT"}, {"CASCADE"}, {"SET", "NULL"}, {"SET", "DEFAULT"}}) {
            if (in.accept(action)) {
                String text = String.join(" ", action);
                return action[0].equals("SET") && in.at("(") ? text + " (" + in.parenthesized() + ")" : text;
            }
        }
        throw in.unexpected("NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT");
    }

    public boolean atDeferral() {
        return in.at("DEFERRABLE") || in.at("NOT", "DEFERRABLE") || in.at("INITIALLY", "DEFERRED") || in.at("INITIALLY", "IMMEDIATE");
    }

    /** {@code DEFERRABLE}, {@code INITIALLY DEFERRED} and their opposites, which are the defaults and leave no trace. */
    public Options deferral(Options options) {
        if (in.accept("DEFERRABLE")) {
            return options.with("deferrable", "true");
        }
        if (in.accept("INITIALLY", "DEFERRED")) {
            return options.with("deferrable", "true").with("initially_deferred", "true");
        }
        if (!in.accept("NOT", "DEFERRABLE")) {
            in.expect("INITIALLY", "IMMEDIATE");
        }
        return options;
    }
}
