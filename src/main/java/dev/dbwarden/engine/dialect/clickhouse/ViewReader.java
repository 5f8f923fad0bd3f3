package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.schema.Written;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads views. What follows from the query, the list of columns, is kept as its author wrote it and not compared, because the
 * server fills it in; so is POPULATE, which is an action.
 */
final class ViewReader {
    static final String TO = "to";
    static final String REFRESH = "refresh";
    static final String DEFINER = "definer";
    static final String SECURITY = "sql_security";
    static final String POPULATE = "POPULATE";

    private final TokenStream in;
    private Options options = Options.NONE;
    private Optional<String> comment = Optional.empty();
    private String columns = "";
    private String action = "";

    ViewReader(TokenStream in) {
        this.in = in;
    }

    /** @param header reads the name and what stands before the view's own clauses */
    View view(Supplier<ObjectName> header) {
        boolean materialized = in.accept("MATERIALIZED");
        in.expect("VIEW");
        ObjectName name = header.get();
        while (!in.at("AS")) {
            clause();
        }
        in.expect("AS");
        SqlText query = query();
        if (in.accept("COMMENT")) {
            comment = Optional.of(ClickhouseNames.text(in)).filter(text -> !text.isEmpty());
        }
        if (options.has(REFRESH) && options.find(SECURITY).filter(word -> word.equals("DEFINER")).isPresent()) {
            // The server says so of every refreshed view, with the one who made it.
            options = options.without(SECURITY).without(DEFINER);
        }
        Written written = new Written((columns + " " + action).strip());
        return new View(name, materialized, List.of(), query, Parts.NONE, TableOptions.of(options), comment, written);
    }

    SqlText query() {
        int mark = in.mark();
        String canonical;
        try {
            canonical = new QuerySpelling(in).query();
            if (!isAfterQuery()) {
                throw in.unexpected("the end of the query");
            }
        } catch (SqlException unknown) {
            in.reset(mark);
            while (!isAfterQuery()) {
                in.next();
            }
            canonical = ClickhouseTexts.tokens(in.textSince(mark));
        }
        String sql = ClickhouseTokens.portable(in.textSince(mark));
        return new SqlText(sql, ClickhouseTexts.comparable(canonical), ClickhouseTokens.words(sql));
    }

    private boolean isAfterQuery() {
        return in.isAtEnd() || in.at("COMMENT") && in.peek(1).type() == Type.STRING;
    }

    private void clause() {
        if (in.at("(")) {
            int mark = in.mark();
            in.parenthesized();
            columns = ClickhouseTokens.portable(in.textSince(mark));
        } else if (in.accept("TO") || in.accept("INNER", "TO")) {
            ObjectName target = ClickhouseNames.objectName(in, "");
            options = options.with(TO, target.toString());
        } else if (in.accept("REFRESH")) {
            options = options.with(REFRESH, refresh());
        } else if (in.accept("POPULATE")) {
            action = POPULATE;
        } else if (in.accept("EMPTY")) {
            action = "EMPTY";
        } else if (in.accept("DEFINER")) {
            in.accept("=");
            options = options.with(DEFINER, in.at("CURRENT_USER") ? in.next().text().toUpperCase(Locale.ROOT) : ClickhouseTexts.token(in.next()));
        } else if (in.accept("SQL", "SECURITY")) {
            options = options.with(SECURITY, in.next().text().toUpperCase(Locale.ROOT));
        } else {
            inner();
        }
    }

    /** The clauses of the table that holds a view's rows. */
    private void inner() {
        in.accept("INNER");
        var table = new TableReader(in);
        int mark = in.mark();
        table.clauses();
        if (mark == in.mark()) {
            throw in.unexpected("TO, ENGINE, REFRESH, POPULATE or AS");
        }
        table.options().values().forEach((name, value) -> options = options.with(name, value));
        comment = table.comment().or(() -> comment);
    }

    /** How a view refreshes, up to the clause that is another's: words in capitals, names as they are. */
    private String refresh() {
        var words = new ArrayList<String>();
        while (!in.at("AS") && !in.at("TO") && !in.at("(") && !in.at("ENGINE") && !in.at("EMPTY") && !in.at("DEFINER") && !in.at("SQL") && !in.at("COMMENT") && !in.isAtEnd()) {
            if (in.accept("DEPENDS", "ON")) {
                var names = new ArrayList<String>();
                do {
                    names.add(ClickhouseDdl.name(ClickhouseNames.objectName(in, "")));
                } while (in.accept(","));
                words.add("DEPENDS ON " + String.join(", ", names));
            } else if (in.accept("SETTINGS")) {
                words.add("SETTINGS " + String.join(", ", new ExpressionSpelling(in).list("AS")));
            } else {
                words.add(ExpressionSpelling.UNITS.contains(OperandSpelling.unit(in.peek())) ? OperandSpelling.unit(in.next()) : in.next().text().toUpperCase(Locale.ROOT));
            }
        }
        return String.join(" ", words);
    }
}
