package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;

/** What an operator class stands behind: indexes and keys that name it, or take it as the one for their type; of an expression nobody knows the type. */
record ClassUses(OperatorClass operators, Relation relation) {
    boolean has(TablePart part) {
        return switch (part) {
            case Index index -> method(index).equals(operators.method()) && index.keys().stream().anyMatch(this::has);
            case PrimaryKey key -> takes("btree", key.columns());
            case Unique key -> takes("btree", key.columns());
            case Exclusion exclusion -> exclusion.definition().words().contains(operators.name().name())
                    || exclusion.definition().words().stream().anyMatch(word -> word.equals(operators.method())) && takes(operators.method(), List.copyOf(exclusion.definition().words()));
            case Column _, Check _, ForeignKey _ -> false;
        };
    }

    private static String method(Index index) {
        return index.method().isEmpty() ? "btree" : index.method();
    }

    private boolean has(Index.Key key) {
        Optional<ObjectName> named = named(key.modifiers());
        return named.map(operators.name()::equals).orElseGet(() -> operators.usual() && (key.column().isEmpty() || isOfType(key.column())));
    }

    private boolean takes(String method, List<String> columns) {
        return operators.usual() && operators.method().equals(method) && columns.stream().anyMatch(this::isOfType);
    }

    private boolean isOfType(String column) {
        return !(relation instanceof Table table) || table.column(column).flatMap(each -> DefinedReader.type(TokenStream.of(each.type().text(), Postgresql.LEXICON)))
                .filter(operators.type()::equals).isPresent();
    }

    /** Whether a key over a column names the class that is taken for the column's type anyway. */
    boolean isSaidNeedlessly(Index.Key key, Index index) {
        return relation instanceof Table && operators.usual() && method(index).equals(operators.method()) && !key.column().isEmpty() && isOfType(key.column())
                && named(key.modifiers()).filter(operators.name()::equals).isPresent() && !key.modifiers().contains("(");
    }

    /** A key without its operator class. */
    static Index.Key unnamed(Index.Key key) {
        TokenStream in = TokenStream.of(key.modifiers(), Postgresql.LEXICON);
        int start = in.mark();
        collation(in);
        String before = in.textSince(start);
        PostgresqlScript.clauses(in).objectName();
        return new Index.Key(key.column(), key.expression(), (before + " " + in.rest()).strip());
    }

    /** The operator class among what an index key has besides. */
    private static Optional<ObjectName> named(String modifiers) {
        TokenStream in = TokenStream.of(modifiers, Postgresql.LEXICON);
        collation(in);
        return in.isAtEnd() || in.atAny("DESC", "NULLS") ? Optional.empty() : Optional.of(PostgresqlScript.clauses(in).objectName());
    }

    private static void collation(TokenStream in) {
        if (in.accept("COLLATE")) {
            PostgresqlScript.clauses(in).objectName();
        }
    }
}
