package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.CreateObject;
import dev.dbwarden.engine.change.Change.DropObject;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comment on what is on a table or a domain: a statement that calls it by its name where the server keeps it by its number, so that it holds for it
 * under any name.
 *
 * @param statement such a statement
 * @param domain    whether it is a domain
 * @param start     where the name of the table or domain begins in it
 * @param end       where it ends
 */
record Mention(DefinedObject statement, boolean domain, int start, int end) {
    /** The first token of what a comment is on. */
    private static final int COMMENTED = 2;

    /** The table's name is behind the second ON: {@code COMMENT ON TRIGGER t ON table IS ..}, {@code COMMENT ON CONSTRAINT c ON DOMAIN d IS ..}. */
    private static Optional<Mention> in(DefinedObject statement) {
        if (!statement.kind().equals(CommentReader.KIND)) {
            return Optional.empty();
        }
        List<Token> tokens = TokenStream.of(statement.definition().sql(), Postgresql.LEXICON).tokens();
        for (int at = COMMENTED; at < tokens.size(); at++) {
            if (tokens.get(at).is("ON")) {
                boolean domain = at + 2 < tokens.size() && tokens.get(at + 1).is("DOMAIN") && tokens.get(at + 2).isName() && !tokens.get(at + 2).is("IS");
                int name = domain ? at + 2 : at + 1;
                return end(tokens, name).map(end -> new Mention(statement, domain, tokens.get(name).start(), tokens.get(end).end()));
            }
        }
        return Optional.empty();
    }

    /** The last token of a name, where nothing but the word behind it follows: not of a kind of object that is told with its word. */
    private static Optional<Integer> end(List<Token> tokens, int name) {
        int end = name + 2 < tokens.size() && tokens.get(name + 1).is(".") ? name + 2 : name;
        return end + 1 < tokens.size() && tokens.get(name).isName() && tokens.get(end + 1).is("IS") ? Optional.of(end) : Optional.empty();
    }

    /** The table or domain; empty for any other object. */
    static Optional<String> table(DefinedObject object) {
        return in(object).map(mention -> mention.name().toString());
    }

    /** What the new name of a table or domain makes of the comments on what it has. */
    static List<Change> following(Ref from, ObjectName to, Collection<SchemaObject> objects) {
        return objects.stream().filter(DefinedObject.class::isInstance).map(DefinedObject.class::cast).flatMap(object -> in(object).stream())
                .filter(mention -> mention.name().equals(from.owner()) && mention.domain == from.kind().equals(Kind.DOMAIN.word())).flatMap(mention -> Stream.<Change>of(new DropObject(mention.statement), new CreateObject(mention.renamed(to)))).toList();
    }

    private ObjectName name() {
        return PostgresqlNormalizer.resolved(PostgresqlScript.clauses(TokenStream.of(statement.definition().sql().substring(start, end), Postgresql.LEXICON)).objectName());
    }

    private DefinedObject renamed(ObjectName table) {
        String sql = statement.definition().sql();
        String head = sql.substring(0, start) + PostgresqlRenderer.name(table);
        String whole = head + sql.substring(end);
        String name = head.substring(TokenStream.of(head, Postgresql.LEXICON).tokens().get(COMMENTED).start());
        return new DefinedObject(statement.kind(), ObjectName.of(PostgresqlTexts.definition(name).canonical()), "", PostgresqlTexts.definition(whole));
    }
}
