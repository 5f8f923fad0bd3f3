package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the actions of {@code ALTER TABLE ... ALTER COLUMN}. */
final class AlterColumnReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final ColumnReader columns;
    private final ObjectName table;
    private final PostgresqlScript script;

    AlterColumnReader(TokenStream in, PostgresqlScript script, ObjectName table) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.columns = new ColumnReader(in, script, table);
        this.table = table;
        this.script = script;
    }

    /** The column after the action that is next. */
    Column altered(Column before) {
        if (in.accept("TYPE") || in.accept("SET", "DATA", "TYPE")) {
            return retyped(before);
        }
        if (in.accept("SET", "DEFAULT")) {
            SqlText value = columns.defaultValue(before.type());
            Optional<ObjectName> sequence = PostgresqlNormalizer.nextval(value);
            if (sequence.isPresent() && before.identity().map(Identity::sequence).equals(sequence)) {
                return before;
            }
            return before.withDefault(Optional.of(value)).withIdentity(kept(before));
        }
        if (in.accept("DROP", "DEFAULT")) {
            return before.withDefault(none()).withIdentity(kept(before));
        }
        if (in.accept("SET", "NOT", "NULL")) {
            return before.withNullable(false);
        }
        if (in.accept("DROP", "NOT", "NULL")) {
            return before.withNullable(true);
        }
        if (in.accept("DROP", "EXPRESSION")) {
            clauses.ifExists();
            return before.withGenerated(Optional.empty());
        }
        if (in.accept("SET", "EXPRESSION", "AS")) {
            SqlText expression = PostgresqlTexts.expression(in.parenthesized());
            return before.withGenerated(before.generated().map(generated -> new Generated(expression, generated.stored())));
        }
        if (in.at("ADD", "GENERATED") || in.at("SET", "GENERATED") || in.at("DROP", "IDENTITY") || in.at("RESTART")) {
            return identity(before);
        }
        return attribute(before);
    }

    /** No default; where a parent may have one, it says so, or it would have the parent's. */
    private Optional<SqlText> none() {
        return script.table(table).parents().findAny().map(_ -> PostgresqlTexts.expression("NULL"));
    }

    /** A serial column whose default is replaced is one no more; its sequence stays, owned by the column, until it is dropped. */
    private Optional<Identity> kept(Column column) {
        Optional<Identity> serial = column.identity().filter(identity -> identity.mode() == Identity.Mode.SERIAL);
        serial.ifPresent(identity -> script.editor.add(SerialReader.free(identity, column, table)));
        return serial.isPresent() ? Optional.empty() : column.identity();
    }

    private Column retyped(Column before) {
        Column after = before.withType(columns.type()).withCollation(Optional.empty());
        if (in.accept("COLLATE")) {
            after = after.withCollation(columns.collation());
        }
        if (in.accept("USING")) {
            in.skipUntil(",");
        }
        Column typed = after.withIdentity(before.identity().map(identity -> counting(identity, before)));
        return typed.withDefault(typed.defaultValue().map(value -> PostgresqlTexts.defaultValue(value.sql(), typed.type())));
    }

    /** A serial column's sequence goes on counting as before, whatever the column becomes; an identity column's follows it (PostgreSQL's parse_utilcmd.c, AT_AlterColumnType). */
    private static Identity counting(Identity identity, Column before) {
        boolean kept = identity.mode() == Identity.Mode.SERIAL && !identity.options().has("as");
        return kept ? new Identity(identity.mode(), identity.sequence(), identity.options().with("as", PostgresqlNormalizer.counts(before.type()))) : identity;
    }

    private Column identity(Column before) {
        if (in.accept("DROP", "IDENTITY")) {
            clauses.ifExists();
            return before.withIdentity(Optional.empty());
        }
        if (in.accept("ADD", "GENERATED")) {
            boolean always = in.accept("ALWAYS");
            if (!always) {
                in.expect("BY", "DEFAULT");
            }
            in.expect("AS", "IDENTITY");
            Identity identity = columns.identity(always ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT);
            return PostgresqlNormalizer.column(before.withIdentity(Optional.of(identity)), table, List.of(), Map.of(), Set.of());
        }
        Identity identity = before.identity().orElseThrow(() -> new IllegalArgumentException("column " + before.name() + " of " + table + " is no identity column"));
        while (in.atAny("SET", "RESTART")) {
            if (in.accept("SET", "GENERATED")) {
                boolean always = in.accept("ALWAYS");
                if (!always) {
                    in.expect("BY", "DEFAULT");
                }
                identity = new Identity(always ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT, identity.sequence(), identity.options());
                continue;
            }
            in.accept("SET");
            Options options = PostgresqlSequences.option(in, identity.options()).orElseThrow(() -> in.unexpected("an option of a sequence"));
            identity = new Identity(identity.mode(), identity.sequence(), options);
        }
        return PostgresqlNormalizer.column(before.withIdentity(Optional.of(identity)), table, List.of(), Map.of(), Set.of());
    }

    private Column attribute(Column before) {
        if (in.accept("SET", "STATISTICS")) {
            boolean negative = in.accept("-");
            String target = in.next().text();
            return before.withOptions(negative || target.equalsIgnoreCase("DEFAULT") ? before.options().without("statistics") : before.options().with("statistics", target));
        }
        if (in.accept("SET", "STORAGE")) {
            String storage = clauses.name().toUpperCase(java.util.Locale.ROOT);
            return before.withOptions(storage.equals("DEFAULT") ? before.options().without("storage") : before.options().with("storage", storage));
        }
        if (in.accept("SET", "COMPRESSION")) {
            String method = clauses.name();
            return before.withOptions(method.equals("default") ? before.options().without("compression") : before.options().with("compression", method));
        }
        if (in.accept("SET")) {
            return before.withOptions(StorageParameters.set(before.options(), in));
        }
        if (in.accept("RESET")) {
            return before.withOptions(StorageParameters.reset(before.options(), in));
        }
        throw in.unexpected("TYPE, SET, DROP or ADD GENERATED");
    }
}
