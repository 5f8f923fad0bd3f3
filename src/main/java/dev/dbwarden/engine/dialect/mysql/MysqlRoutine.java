package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * A procedure, function, trigger or event: a header in one spelling, in which case does not count, and a body in which it does. What a
 * header says by itself leaves no trace: {@code CONTAINS SQL}, {@code ENABLE}.
 */
final class MysqlRoutine {
    private static final MysqlVariant TYPES = new MysqlVariant();

    private final List<Token> tokens;
    private final TokenStream in;
    private final StringJoiner canonical = new StringJoiner(" ");

    MysqlRoutine(List<Token> tokens) {
        this.tokens = tokens;
        this.in = new TokenStream("", tokens, tokens.getLast().end());
    }

    String canonical() {
        try {
            return read();
        } catch (SqlException unknown) {
            var words = new StringJoiner(" ");
            tokens.forEach(token -> words.add(MysqlDefinitions.body(token)));
            return words.toString();
        }
    }

    private String read() {
        in.expect("CREATE");
        canonical.add(in.accept("AGGREGATE") ? "create aggregate" : "create");
        String kind = in.next().text().toLowerCase(Locale.ROOT);
        canonical.add(kind).add(name());
        switch (kind) {
            case "trigger" -> trigger();
            case "event" -> event();
            default -> routine(kind.equals("procedure"));
        }
        while (!in.isAtEnd()) {
            canonical.add(MysqlDefinitions.body(in.next()));
        }
        return canonical.toString();
    }

    private String name() {
        String name = MysqlDefinitions.header(in.next());
        while (in.accept(".")) {
            name = MysqlDefinitions.header(in.next());
        }
        return name;
    }

    private void routine(boolean procedure) {
        in.expect("(");
        canonical.add("(");
        while (!in.accept(")")) {
            String mode = in.accept("IN") ? "in" : in.accept("OUT") ? "out" : in.accept("INOUT") ? "inout" : "in";
            canonical.add(procedure ? mode : "").add(MysqlDefinitions.header(in.next())).add(type()).add(",");
            if (!in.accept(",") && !in.at(")")) {
                throw in.unexpected("a comma or a closing bracket");
            }
        }
        canonical.add(")");
        if (in.accept("RETURNS")) {
            canonical.add("returns " + type());
        }
        characteristics();
    }

    private String type() {
        MysqlTypes.Written type = MysqlTypes.read(in, TYPES);
        return type.name().base().equals("json") ? "longtext" : TYPES.type(type.name());
    }

    private void characteristics() {
        var said = new TreeSet<String>();
        while (true) {
            if (in.accept("COMMENT")) {
                said.add("comment " + MysqlDefinitions.header(in.next()));
            } else if (in.accept("DETERMINISTIC")) {
                said.add("deterministic");
            } else if (in.accept("NO", "SQL")) {
                said.add("no sql");
            } else if (in.accept("READS", "SQL", "DATA")) {
                said.add("reads sql data");
            } else if (in.accept("MODIFIES", "SQL", "DATA")) {
                said.add("modifies sql data");
            } else if (in.accept("SQL", "SECURITY", "INVOKER")) {
                said.add("invoker");
            } else if (!in.accept("NOT", "DETERMINISTIC") && !in.accept("CONTAINS", "SQL") && !in.accept("LANGUAGE", "SQL") && !in.accept("SQL", "SECURITY", "DEFINER")) {
                said.forEach(canonical::add);
                return;
            }
        }
    }

    private void trigger() {
        while (!in.at("ROW")) {
            header();
        }
        header();
        if (in.accept("FOLLOWS") || in.accept("PRECEDES")) {
            name();
        }
    }

    private void event() {
        while (!in.at("DO")) {
            if (in.atAny("AT", "STARTS", "ENDS")) {
                header();
                int mark = in.mark();
                in.skipUntil("STARTS", "ENDS", "ON", "ENABLE", "DISABLE", "COMMENT", "DO");
                canonical.add(EventMoments.spelled(in.tokens().subList(mark, in.mark())));
            } else if (!in.accept("ENABLE") && !in.accept("ON", "COMPLETION", "NOT", "PRESERVE")) {
                header();
            }
        }
        header();
    }

    private void header() {
        if (in.isAtEnd()) {
            throw in.unexpected("a body");
        }
        canonical.add(MysqlDefinitions.header(in.next()));
    }
}
