package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A grant on a table, and a comment on what is on a table: statements that call it by its name where the server keeps it by its number, so that they
 * hold for it under any name.
 *
 * @param statement such a statement
 * @param start     where the table's name begins in it
 * @param end       where it ends
 */
record Mention(DefinedObject statement, int start, int end) {
    /** The first token of what a comment is on. */
    private static final int COMMENTED = 2;

    /** The table's name is behind an ON: of a grant {@code GRANT .. ON table TO ..}, of a comment {@code COMMENT ON TRIGGER t ON table IS ..}. */
    private static Optional<Mention> in(DefinedObject statement) {
        boolean comment = statement.kind().equals(CommentReader.KIND);
        if (!comment && !statement.kind().equals(GrantReader.KIND)) {
            return Optional.empty();
        }
        List<Token> tokens = TokenStream.of(statement.definition().sql(), Postgresql.LEXICON).tokens();
        for (int at = COMMENTED; at < tokens.size(); at++) {
            if (tokens.get(at).is("ON")) {
                int name = at + 1 < tokens.size() && tokens.get(at + 1).is("TABLE") ? at + 2 : at + 1;
                return end(tokens, name, comment ? Set.of("IS") : Set.of("TO", "FROM")).map(end -> new Mention(statement, tokens.get(name).start(), tokens.get(end).end()));
            }
        }
        return Optional.empty();
    }

    /** The last token of a name, where nothing but the word behind it follows: not of a kind of object that is told with its word. */
    private static Optional<Integer> end(List<Token> tokens, int name, Set<String> behind) {
        int end = name + 2 < tokens.size() && tokens.get(name + 1).is(".") ? name + 2 : name;
        return end + 1 < tokens.size() && tokens.get(name).isName() && behind.stream().anyMatch(tokens.get(end + 1)::is) ? Optional.of(end) : Optional.empty();
    }

    /** The table that a grant is on, or what a comment is on; empty for any other object. */
    static Optional<String> table(DefinedObject object) {
        return in(object).map(mention -> mention.name().toString());
    }

    /** What a table's new name makes of the grants on it and of the comments on what it has. */
    static List<Change> following(ObjectName from, ObjectName to, Collection<SchemaObject> objects) {
        return objects.stream().filter(DefinedObject.class::isInstance).map(DefinedObject.class::cast).flatMap(object -> in(object).stream())
                .filter(mention -> mention.name().equals(from)).flatMap(mention -> Stream.<Change>of(new DropObject(mention.statement), new CreateObject(mention.renamed(to)))).toList();
    }

    private ObjectName name() {
        return PostgresqlNormalizer.resolved(PostgresqlScript.clauses(TokenStream.of(statement.definition().sql().substring(start, end), Postgresql.LEXICON)).objectName());
    }

    private DefinedObject renamed(ObjectName table) {
        String sql = statement.definition().sql();
        String head = sql.substring(0, start) + PostgresqlRenderer.name(table);
        String whole = head + sql.substring(end);
        String name = statement.kind().equals(CommentReader.KIND) ? head.substring(TokenStream.of(head, Postgresql.LEXICON).tokens().get(COMMENTED).start()) : whole;
        return new DefinedObject(statement.kind(), ObjectName.of(PostgresqlTexts.definition(name).canonical()), "", PostgresqlTexts.definition(whole));
    }
}
