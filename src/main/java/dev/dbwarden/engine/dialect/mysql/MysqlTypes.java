package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types: their synonyms, and what they say of a character set. */
final class MysqlTypes {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("integer", "int"), Map.entry("int1", "tinyint"), Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"), Map.entry("middleint", "mediumint"), Map.entry("int4", "int"), Map.entry("int8", "bigint"), Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"), Map.entry("fixed", "decimal"), Map.entry("number", "decimal"), Map.entry("float4", "float"), Map.entry("float8", "double"),
            Map.entry("real", "double"), Map.entry("character", "char"), Map.entry("varcharacter", "varchar"), Map.entry("nchar", "char"),
            Map.entry("nvarchar", "varchar"), Map.entry("varchar2", "varchar"), Map.entry("clob", "longtext"), Map.entry("geomcollection", "geometrycollection"));
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> NUMBERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final Set<String> LARGE = Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json",
            "geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection");
    private static final Set<String> KNOWN = Set.of("bit", "date", "datetime", "timestamp", "time", "year", "binary", "varbinary", "json", "inet4", "inet6", "uuid", "vector", "xmltype");
    private static final Set<String> WITH_LENGTH = Set.of("varchar", "varbinary", "vector");

    private MysqlTypes() {}

    /**
     * A type as a column's definition says it.
     *
     * @param binary whether the binary collation of the character set is meant, whichever that is
     * @param bool   whether it was written {@code BOOLEAN}
     */
    record Written(ColumnType name, Optional<String> charset, Optional<String> collation, boolean binary, boolean serial, boolean json) {}

    static boolean isText(DataType type) {
        return TEXTS.contains(type.name());
    }

    static boolean isText(String base) {
        return TEXTS.contains(base);
    }

    static boolean isInteger(DataType type) {
        return INTEGERS.contains(type.name());
    }

    static boolean isNumber(DataType type) {
        return NUMBERS.contains(type.name());
    }

    /** Types whose default has to stand in brackets (MySQL manual, 13.6). */
    static boolean isLarge(DataType type) {
        return LARGE.contains(type.name());
    }

    static boolean isSpatial(DataType type) {
        return LARGE.contains(type.name()) && !type.name().endsWith("text") && !type.name().endsWith("blob") && !type.name().equals("json");
    }

    static DataType dataType(ColumnType name, Variant variant) {
        return new DataType(name.toString(), name.base(), false, variant.type(name));
    }

    /** Reads a type that stands alone. */
    static Written parse(String text, Variant variant) {
        var in = TokenStream.of(text, Mysql.LEXICON);
        Written type = read(in, variant);
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of the type");
        }
        return type;
    }

    static Written read(TokenStream in, Variant variant) {
        Token first = in.peek();
        if (!first.isName()) {
            throw in.unexpected("a type");
        }
        boolean national = in.atAny("NATIONAL", "NCHAR", "NVARCHAR");
        String word = base(in);
        if (word.equals("bool") || word.equals("boolean")) {
            return attributes(in, new ColumnType("tinyint", List.of("1"), false, false, true), Optional.empty(), false);
        }
        if (word.equals("serial")) {
            return new Written(new ColumnType("bigint", List.of(), true, false, false), Optional.empty(), Optional.empty(), false, true, false);
        }
        if (word.equals("json") && variant.jsonIsText()) {
            return new Written(new ColumnType("longtext", List.of(), false, false, false), Optional.of("utf8mb4"), Optional.of("utf8mb4_bin"), false, false, true);
        }
        String base = SYNONYMS.getOrDefault(word, word);
        if (!NUMBERS.contains(base) && !TEXTS.contains(base) && !LARGE.contains(base) && !KNOWN.contains(base)) {
            throw new SqlException("there is no type " + word + " in " + variant.name() + "; look at its name", first.start());
        }
        List<String> arguments = in.at("(") ? arguments(in) : List.of();
        if (arguments.isEmpty() && WITH_LENGTH.contains(base) && !base.equals("vector")) {
            throw new SqlException(base + " needs a length: " + base + "(255)", first.start());
        }
        boolean written = !arguments.isEmpty();
        return attributes(in, new ColumnType(base, arguments, false, false, written), national ? Optional.of("utf8mb3") : Optional.empty(), false);
    }

    private static String base(TokenStream in) {
        if (in.accept("DOUBLE")) {
            in.accept("PRECISION");
            return "double";
        }
        if (in.accept("LONG")) {
            return in.accept("VARBINARY") ? "mediumblob" : in.accept("VARCHAR") || in.accept("CHAR", "VARYING") || in.accept("CHARACTER", "VARYING") ? "mediumtext" : "mediumtext";
        }
        in.accept("NATIONAL");
        String word = in.next().value().toLowerCase(Locale.ROOT);
        boolean character = word.equals("char") || word.equals("character") || word.equals("nchar");
        if (character && (in.accept("VARYING") || word.equals("nchar") && in.accept("VARCHAR"))) {
            return "varchar";
        }
        if (character && in.accept("LARGE", "OBJECT")) {
            return "longtext";
        }
        return character && in.accept("BYTE") ? "binary" : word;
    }

    private static List<String> arguments(TokenStream in) {
        var arguments = new ArrayList<String>();
        in.expect("(");
        while (!in.accept(")")) {
            Token token = in.next();
            switch (token.type()) {
                case STRING -> arguments.add(Mysql.QUOTING.literal(token.value()));
                case NUMBER -> arguments.add(token.text());
                case WORD, NAME, SYMBOL, END -> throw new SqlException("in the brackets of a type stand numbers or labels, not '" + token.text() + "'", token.start());
            }
            if (!in.accept(",") && !in.at(")")) {
                throw in.unexpected("a comma or a closing bracket");
            }
        }
        return arguments;
    }

    private static Written attributes(TokenStream in, ColumnType type, Optional<String> national, boolean json) {
        boolean unsigned = false;
        boolean zerofill = false;
        boolean binary = false;
        Optional<String> charset = national;
        Optional<String> collation = Optional.empty();
        while (true) {
            if (in.accept("UNSIGNED")) {
                unsigned = true;
            } else if (in.accept("ZEROFILL")) {
                zerofill = true;
            } else if (in.accept("BINARY")) {
                binary = true;
            } else if (in.accept("ASCII")) {
                charset = Optional.of("latin1");
            } else if (in.accept("UNICODE")) {
                charset = Optional.of("ucs2");
            } else if (in.accept("CHARACTER", "SET") || in.accept("CHARSET") || in.accept("CHAR", "SET")) {
                in.accept("=");
                charset = Optional.of(in.next().value());
            } else if (in.accept("COLLATE")) {
                in.accept("=");
                collation = Optional.of(in.next().value());
            } else if (!in.accept("SIGNED") && !in.accept("BYTE")) {
                ColumnType whole = new ColumnType(type.base(), type.arguments(), unsigned || zerofill, zerofill, type.written());
                return settled(new Written(whole, charset, collation, binary, false, json));
            }
        }
    }

    /** {@code FLOAT(53)} is a double, {@code TEXT(100)} a tinytext, text in the character set {@code binary} bytes. */
    private static Written settled(Written written) {
        ColumnType type = written.name();
        if (type.base().equals("float") && type.arguments().size() == 1) {
            boolean wide = Integer.parseInt(type.arguments().getFirst()) > 24;
            return with(written, new ColumnType(wide ? "double" : "float", List.of(), type.unsigned(), type.zerofill(), false));
        }
        if ((type.base().equals("text") || type.base().equals("blob")) && !type.arguments().isEmpty()) {
            int widest = type.base().equals("blob") ? 1 : Collations.widest(written.charset().map(Collations::charset).orElse(""));
            return with(written, new ColumnType(sized(type.base(), Long.parseLong(type.arguments().getFirst()) * widest), List.of(), false, false, false));
        }
        if (type.base().equals("year") && !type.arguments().isEmpty() || isTime(type) && type.arguments().equals(List.of("0"))) {
            return with(written, type.bare());
        }
        if (written.charset().filter("binary"::equalsIgnoreCase).isPresent() && TEXTS.contains(type.base()) && !type.base().equals("enum") && !type.base().equals("set")) {
            String bytes = type.base().replace("varchar", "varbinary").replaceFirst("^char$", "binary").replace("text", "blob");
            return new Written(new ColumnType(bytes, type.arguments(), false, false, type.written()), Optional.empty(), Optional.empty(), false, false, false);
        }
        return written;
    }

    private static boolean isTime(ColumnType type) {
        return type.base().equals("datetime") || type.base().equals("timestamp") || type.base().equals("time");
    }

    /** The smallest of the four large types that so many bytes fit into. */
    static String sized(String base, long bytes) {
        return (bytes < 1L << 8 ? "tiny" : bytes < 1L << 16 ? "" : bytes < 1L << 24 ? "medium" : "long") + base;
    }

    private static Written with(Written written, ColumnType name) {
        return new Written(name, written.charset(), written.collation(), written.binary(), written.serial(), written.json());
    }
}
