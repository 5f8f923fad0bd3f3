package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads types into their canonical spelling: built-in ones in upper case under one name each, the rest as the schema names them.
 *
 * <p>Synonyms are those of the manual, chapter 8, table 8.1; {@code DATETIME} is taken for what it is elsewhere.
 */
final class PostgresqlTypes {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int", "INTEGER"), Map.entry("int4", "INTEGER"), Map.entry("integer", "INTEGER"),
            Map.entry("int2", "SMALLINT"), Map.entry("smallint", "SMALLINT"),
            Map.entry("int8", "BIGINT"), Map.entry("bigint", "BIGINT"),
            Map.entry("serial", "SERIAL"), Map.entry("serial4", "SERIAL"), Map.entry("serial2", "SMALLSERIAL"),
            Map.entry("smallserial", "SMALLSERIAL"), Map.entry("serial8", "BIGSERIAL"), Map.entry("bigserial", "BIGSERIAL"),
            Map.entry("float4", "REAL"), Map.entry("real", "REAL"), Map.entry("float8", "DOUBLE PRECISION"),
            Map.entry("bool", "BOOLEAN"), Map.entry("boolean", "BOOLEAN"),
            Map.entry("decimal", "NUMERIC"), Map.entry("dec", "NUMERIC"), Map.entry("numeric", "NUMERIC"),
            Map.entry("varchar", "VARCHAR"), Map.entry("bpchar", "BPCHAR"), Map.entry("varbit", "VARBIT"),
            Map.entry("timestamptz", "TIMESTAMPTZ"), Map.entry("timetz", "TIMETZ"), Map.entry("datetime", "TIMESTAMP"));

    private static final Set<String> PLAIN = Set.of("text", "uuid", "json", "jsonb", "bytea", "date", "inet", "cidr", "macaddr", "macaddr8",
            "money", "xml", "tsvector", "tsquery", "point", "line", "lseg", "box", "path", "polygon", "circle", "oid", "regclass",
            "regproc", "regprocedure", "regtype", "regoper", "regoperator", "regrole", "regnamespace", "regconfig", "regdictionary", "regcollation",
            "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange",
            "tsmultirange", "tstzmultirange", "datemultirange", "pg_lsn", "pg_snapshot", "txid_snapshot", "jsonpath", "name", "xid", "xid8", "cid", "tid",
            "trigger", "event_trigger", "void", "record", "anyelement", "anyarray", "cstring", "internal", "refcursor");

    /** Names that only the grammar knows: in quotes they are none of a type. */
    private static final Set<String> OF_THE_GRAMMAR = Set.of("int", "integer", "smallint", "bigint", "real", "boolean", "decimal", "dec", "datetime");

    private static final Set<String> IN_LINE = Set.of("numeric", "inet", "cidr");
    private static final Set<String> INTERVAL_FIELDS = Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

    private final TokenStream in;
    private final Clauses clauses;

    private PostgresqlTypes(TokenStream in) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
    }

    /** Reads a type that is a text of its own. */
    static DataType parse(String text) {
        TokenStream in = TokenStream.of(text, Postgresql.LEXICON);
        DataType type = parse(in);
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of the type");
        }
        return type;
    }

    /** Reads a type where a statement has one. */
    static DataType parse(TokenStream in) {
        return new PostgresqlTypes(in).type();
    }

    private DataType type() {
        in.accept("SETOF");
        if (in.peek().isName() && in.peek().value().equalsIgnoreCase("pg_catalog") && in.peek(1).is(".")) {
            in.next();
            in.next();
        }
        Token first = in.peek();
        if (!first.isName()) {
            throw in.unexpected("a type");
        }
        String name = Wording.folded(first);
        if (name.startsWith("_") && isCatalogued(name.substring(1)) && !in.peek(1).is(".")) {
            in.next();
            return dimensions(array(parse(name.substring(1))));
        }
        boolean word = first.type() == Token.Type.WORD || isCatalogued(first.value());
        return dimensions(word && !in.peek(1).is(".") ? word(first.value().toLowerCase(Locale.ROOT)) : named());
    }

    /** Whether a name in quotes is a built-in type's, which is found before any of the schema's own; serial types are known by their names too (parse_utilcmd.c). */
    private static boolean isCatalogued(String name) {
        return PLAIN.contains(name) || SYNONYMS.containsKey(name) && !OF_THE_GRAMMAR.contains(name) || Set.of("time", "timestamp", "interval").contains(name);
    }

    private DataType word(String word) {
        switch (word) {
            case "character", "char", "nchar", "national" -> {
                return characters();
            }
            case "bit" -> {
                in.next();
                boolean varying = in.accept("VARYING");
                List<String> length = arguments();
                return built(varying ? "VARBIT" : "BIT", !varying && length.isEmpty() ? List.of("1") : length);
            }
            case "double" -> {
                in.next();
                in.expect("PRECISION");
                return DataType.builtin("DOUBLE PRECISION", "DOUBLE PRECISION");
            }
            case "float" -> {
                in.next();
                List<String> bits = arguments();
                String name = !bits.isEmpty() && number(bits.getFirst()) <= 24 ? "REAL" : "DOUBLE PRECISION";
                return DataType.builtin(name, name);
            }
            case "timestamp", "time" -> {
                return time(word.toUpperCase(Locale.ROOT));
            }
            case "interval" -> {
                return interval();
            }
            default -> {
                if (SYNONYMS.containsKey(word)) {
                    in.next();
                    return built(SYNONYMS.get(word), withoutZeroScale(SYNONYMS.get(word), arguments()));
                }
                if (PLAIN.contains(word)) {
                    in.next();
                    String name = word.toUpperCase(Locale.ROOT);
                    return DataType.builtin(name, name);
                }
                return named();
            }
        }
    }

    private DataType characters() {
        in.accept("NATIONAL");
        in.next();
        boolean varying = in.accept("VARYING");
        List<String> length = arguments();
        if (varying) {
            return built("VARCHAR", length);
        }
        return built("CHAR", length.isEmpty() ? List.of("1") : length);
    }

    private DataType time(String name) {
        in.next();
        List<String> precision = arguments();
        boolean zone = in.accept("WITH", "TIME", "ZONE");
        if (!zone) {
            in.accept("WITHOUT", "TIME", "ZONE");
        }
        return built(zone ? name + "TZ" : name, precision);
    }

    private DataType interval() {
        in.next();
        var text = new StringBuilder("INTERVAL");
        while (in.peek().type() == Token.Type.WORD && (INTERVAL_FIELDS.contains(in.peek().text().toUpperCase(Locale.ROOT)) || in.at("TO") && text.length() > 8)) {
            text.append(' ').append(in.next().text().toUpperCase(Locale.ROOT));
        }
        List<String> precision = arguments();
        if (!precision.isEmpty()) {
            text.append('(').append(precision.getFirst()).append(')');
        }
        return DataType.builtin(text.toString(), "INTERVAL");
    }

    /** A type of the schema or of an extension. */
    private DataType named() {
        boolean quoted = in.peek().type() == Token.Type.NAME;
        ObjectName name = PostgresqlNormalizer.resolved(clauses.objectName());
        if (quoted && name.equals(ObjectName.of("char"))) {
            return DataType.builtin("\"char\"", "\"char\"");
        }
        List<String> arguments = arguments();
        return DataType.user(name, arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")");
    }

    private List<String> arguments() {
        if (!in.at("(")) {
            return List.of();
        }
        in.next();
        var arguments = new ArrayList<String>();
        do {
            boolean negative = in.accept("-");
            Token token = in.next();
            if (token.type() != Token.Type.NUMBER && token.type() != Token.Type.WORD) {
                throw new SqlException(token.type() == Token.Type.END ? "the type is not complete: a bracket is never closed" : "unexpected '" + token.text() + "' in a type",
                        token.start());
            }
            arguments.add((negative ? "-" : "") + token.text());
        } while (in.accept(","));
        in.expect(")");
        return arguments;
    }

    private DataType dimensions(DataType type) {
        boolean array = false;
        while (true) {
            if (in.accept("[")) {
                if (!in.at("]")) {
                    in.next();
                }
                in.expect("]");
                array = true;
            } else if (in.accept("ARRAY")) {
                array = true;
            } else {
                // "the current implementation does not enforce the declared number of dimensions" (manual, 8.15.1)
                return array ? array(type) : type;
            }
        }
    }

    private static DataType array(DataType element) {
        return new DataType(element.text() + "[]", element.name(), element.user(), element.canonical() + "[]");
    }

    private static DataType built(String name, List<String> arguments) {
        return DataType.builtin(arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")", name);
    }

    private static List<String> withoutZeroScale(String name, List<String> arguments) {
        return name.equals("NUMERIC") && arguments.size() == 2 && arguments.getLast().equals("0") ? arguments.subList(0, 1) : arguments;
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new SqlException("'" + text + "' is no number of bits", in.peek().start());
        }
    }

    /** How values of the type are kept where nobody says otherwise; the word DEFAULT for it came with PostgreSQL 16 (manual, ALTER TABLE; pg_type.typstorage). */
    static String storage(DataType type) {
        if (type.canonical().endsWith("]")) {
            return "EXTENDED";
        }
        return type.user() ? "DEFAULT" : IN_LINE.contains(type.name().toLowerCase(Locale.ROOT)) ? "MAIN" : "EXTENDED";
    }
}
