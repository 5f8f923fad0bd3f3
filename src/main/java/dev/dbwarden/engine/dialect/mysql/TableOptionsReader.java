package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a table's options, in CREATE TABLE and in ALTER TABLE; values that are a server's own choice leave no trace. */
final class TableOptionsReader {
    private static final Set<String> TEXTS = Set.of("compression", "encryption", "connection", "data directory", "index directory", "password", "engine_attribute",
            "secondary_engine_attribute", "autoextend_size");

    private final TokenStream in;
    private final Clauses clauses;

    TableOptionsReader(TokenStream in, Clauses clauses) {
        this.in = in;
        this.clauses = clauses;
    }

    /** Reads one option into the draft; whether there was one. */
    boolean read(TableDraft draft) {
        if (in.accept("COMMENT")) {
            in.accept("=");
            draft.comment(in.next().value());
        } else if (in.at("DEFAULT", "COLLATE") || in.at("COLLATE") || in.at("DEFAULT", "CHARACTER") || in.at("CHARACTER") || in.at("DEFAULT", "CHARSET") || in.at("CHARSET")
                || in.at("DEFAULT", "CHAR") || in.at("CHAR", "SET")) {
            collation(draft);
        } else if (in.accept("ENGINE") || in.accept("TYPE")) {
            in.accept("=");
            draft.option("engine", TableAttributes.engine(in.next().value()));
        } else if (in.accept("AUTO_INCREMENT")) {
            // The next number is what the rows have made of it, and no part of the schema.
            in.accept("=");
            in.next();
        } else if (in.accept("UNION")) {
            in.accept("=");
            draft.option("union", in.parenthesized());
        } else if (in.accept("WITH", "SYSTEM", "VERSIONING")) {
            draft.option("system_versioning", "true");
        } else if (in.atAny("PARTITION")) {
            return false;
        } else {
            return attribute(draft);
        }
        return true;
    }

    /** {@code CHARACTER SET x COLLATE y}, in any order; DEFAULT takes the database's own. */
    void collation(TableDraft draft) {
        Optional<String> charset = Optional.empty();
        Optional<String> collation = Optional.empty();
        boolean open = false;
        int start = in.mark();
        while (true) {
            int mark = in.mark();
            in.accept("DEFAULT");
            if (in.accept("COLLATE")) {
                in.accept("=");
                collation = Optional.of(in.next().value());
            } else if (in.accept("CHARACTER", "SET") || in.accept("CHARSET") || in.accept("CHAR", "SET")) {
                in.accept("=");
                open = in.accept("DEFAULT");
                charset = open ? Optional.empty() : Optional.of(in.next().value());
            } else {
                in.reset(mark);
                break;
            }
        }
        if (in.mark() == start) {
            throw in.unexpected("COLLATE or CHARACTER SET");
        }
        draft.option("collate", open && collation.isEmpty() ? "" : Collations.of(charset, collation, draft.options().find("collate").orElse("")).orElse(""));
    }

    private boolean attribute(TableDraft draft) {
        if (!in.peek().isName()) {
            return false;
        }
        int mark = in.mark();
        String name = clauses.name().toLowerCase(Locale.ROOT);
        if ((name.equals("data") || name.equals("index")) && in.accept("DIRECTORY")) {
            name += " directory";
        }
        boolean equals = in.accept("=");
        if (!equals && !TableAttributes.isKnown(name)) {
            in.reset(mark);
            return false;
        }
        Token value = in.next();
        String text = value.type() == Token.Type.STRING ? value.value() : value.type() == Token.Type.WORD ? value.text().toUpperCase(Locale.ROOT) : value.text();
        boolean quoted = value.type() == Token.Type.STRING && (TEXTS.contains(name) || !TableAttributes.isKnown(name));
        draft.option(name, TableAttributes.isDefault(name, text) ? "" : quoted ? Mysql.QUOTING.literal(text) : text);
        return true;
    }
}
