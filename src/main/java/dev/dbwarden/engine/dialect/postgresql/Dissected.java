package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.dialect.Statement;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that the model carries as the statement that makes it, taken apart: so the statement has one spelling, whoever wrote it; what an ALTER
 * says becomes a part of it; and another form of it is reached in place where making it anew would cost something.
 */
sealed interface Dissected permits Conversion, ForeignObject, ForeignTable, OperatorClass, OperatorFamily, Publication, SearchConfiguration, SearchDictionary, UserMapping {
    Set<String> KINDS = Set.of(Conversion.KIND, Publication.KIND, "server", "foreign data wrapper", ForeignTable.KIND, OperatorClass.KIND, OperatorFamily.KIND,
            "text search dictionary", SearchConfiguration.KIND, UserMapping.KIND);

    String kind();

    ObjectName name();

    /** What tells it from others of its kind and name. */
    default String part() {
        return "";
    }

    /** The statements that make it, with semicolons between them. */
    String sql();

    /** Their one spelling. */
    default String wording() {
        return Wording.rest(TokenStream.of(sql(), Postgresql.LEXICON));
    }

    /** What it is after {@code ALTER kind name}, whose actions are read. */
    Dissected altered(TokenStream in, PostgresqlScript script);

    /** The statements that lead to another form of it; none where it has to be made anew. */
    List<Statement> statements(Dissected after);

    /** What making it takes of the tables that are there. */
    default String lock() {
        return "";
    }

    default DefinedObject object() {
        return new DefinedObject(kind(), name(), part(), PostgresqlTexts.definition(sql()));
    }

    /** Reads on after {@code CREATE kind [IF NOT EXISTS]}; empty, with nothing read, where it is carried as it was written. */
    static Optional<Dissected> read(String kind, TokenStream in, PostgresqlScript script) {
        return switch (kind) {
            case Conversion.KIND -> Optional.of(Conversion.read(in, script));
            case Publication.KIND -> Optional.of(Publication.read(in, script));
            case "server", "foreign data wrapper" -> Optional.of(ForeignObject.read(kind, in));
            case ForeignTable.KIND -> ForeignTableReader.read(in, script);
            case OperatorClass.KIND -> OperatorClass.read(in, script);
            case OperatorFamily.KIND -> OperatorFamily.read(in, script);
            case "text search dictionary" -> Optional.of(SearchDictionary.read(in, script));
            case SearchConfiguration.KIND -> Optional.of(SearchConfiguration.read(in, script));
            case UserMapping.KIND -> Optional.of(UserMapping.read(in));
            default -> Optional.empty();
        };
    }

    /** An object taken apart; empty where it is of another kind, or a snapshot holds a statement for it that nobody can take apart. */
    static Optional<Dissected> of(SchemaObject object) {
        if (!(object instanceof DefinedObject defined) || !KINDS.contains(defined.kind())) {
            return Optional.empty();
        }
        try {
            return of(TokenStream.of(defined.definition().sql(), Postgresql.LEXICON));
        } catch (SqlException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** What a CREATE and the ALTERs behind it make; empty, with nothing read, where they are of another kind. */
    static Optional<Dissected> of(TokenStream in) {
        return of(in, new PostgresqlScript(Schema.EMPTY));
    }

    /** The same beside what a script has made. */
    static Optional<Dissected> of(TokenStream in, PostgresqlScript script) {
        int start = in.mark();
        if (in.accept("ALTER", "PUBLICATION")) {
            ObjectName name = PostgresqlScript.clauses(in).objectName();
            return Optional.of(Publication.elsewhere(name).altered(in, new PostgresqlScript(Schema.EMPTY)));
        }
        Optional<String> kind = in.accept("CREATE") ? DefinedReader.kind(in).filter(KINDS::contains) : Optional.empty();
        if (kind.isEmpty()) {
            in.reset(start);
            return Optional.empty();
        }
        Clauses clauses = PostgresqlScript.clauses(in);
        clauses.ifExists();
        Optional<Dissected> read = read(kind.get(), in, script);
        while (read.isPresent() && in.accept(";")) {
            in.expect("ALTER");
            if (DefinedReader.kind(in).isEmpty()) {
                in.expect("TABLE");
                in.accept("ONLY");
            }
            clauses.objectName();
            read = Optional.of(read.get().altered(in, script));
        }
        if (read.isEmpty()) {
            in.reset(start);
        }
        return read;
    }

    /** The statements that lead from one form of an object to another in place; none where it has to be made anew. */
    static List<Statement> between(SchemaObject before, SchemaObject after) {
        return of(before).flatMap(old -> of(after).map(old::statements)).orElse(List.of());
    }
}
