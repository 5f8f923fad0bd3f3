package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as the servers make it where it asks for more than they have: text that is too long for a row becomes a large type, and what an
 * index is over is cut to what a key can hold ({@code prepare_blob_field} and {@code mysql_prepare_create_table} in sql_table.cc). A strict
 * server refuses most of this, so nothing that it would take is changed. Needs to know the character set; leaves alone where nobody does.
 */
record Fitting(Table table, Variant variant) {
    /** A key's part without or with its length in characters, and what follows that. */
    static final Pattern PREFIX = Pattern.compile("\\((\\d{1,9})\\) ?");
    static final Pattern LENGTH = Pattern.compile("((?:var)?(?:char|binary))\\((\\d{1,9})\\)", Pattern.CASE_INSENSITIVE);
    /** Bytes of a row, over which a server that is not strict makes a text of a VARCHAR (MySQL manual, 10.4.7). */
    static final int LONGEST_ROW = 65_535;
    private static final String OWN = "";
    /** The bytes that an engine takes of one column: InnoDB, with the row format that it has by itself (MySQL manual, 17.22), MyISAM (18.2), and Aria (tried on 10.11). */
    private static final Map<String, Integer> LONGEST_KEY = Map.of(OWN, 3_072, "MyISAM", 1_000, "Aria", 2_300);

    Table fitted() {
        Table fitted = table.withParts(table.parts().map(part -> part instanceof Column column ? fitted(column) : part));
        String engine = table.options().find(TableAttributes.ENGINE).orElse(OWN);
        Integer longest = engine.equals(OWN) && table.options().has("row_format") ? null : LONGEST_KEY.get(engine);
        return longest == null ? fitted : fitted.withParts(fitted.parts().map(part -> part instanceof Index index ? cut(index, fitted, longest) : part));
    }

    private Column fitted(Column column) {
        Matcher type = LENGTH.matcher(column.type().text());
        if (!column.type().name().startsWith("var") || !type.matches() || width(column).isEmpty()) {
            return column;
        }
        long bytes = Long.parseLong(type.group(2)) * width(column).getAsInt();
        return bytes <= LONGEST_ROW ? column : column.withType(large(column.type().name().equals("varchar") ? "text" : "blob", bytes));
    }

    private DataType large(String base, long bytes) {
        return MysqlTypes.dataType(new ColumnType(MysqlTypes.sized(base, bytes), List.of(), false, false, false), variant);
    }

    private static Index cut(Index index, Table fitted, int longest) {
        if (index.unique() || !index.method().isEmpty()) {
            return index;
        }
        List<Index.Key> keys = index.keys().stream().map(key -> cut(key, fitted, longest)).toList();
        return keys.equals(index.keys()) ? index : new Index(index.name(), false, index.method(), keys, index.include(), index.where(), index.options(), index.written());
    }

    private static Index.Key cut(Index.Key key, Table fitted, int longest) {
        OptionalInt width = fitted.column(key.column()).map(Fitting::width).orElse(OptionalInt.empty());
        Matcher prefix = PREFIX.matcher(key.modifiers());
        boolean said = prefix.lookingAt();
        if (width.isEmpty() || (said ? Long.parseLong(prefix.group(1)) : length(fitted.column(key.column()).orElseThrow().type())) * width.getAsInt() <= longest) {
            return key;
        }
        String rest = said ? key.modifiers().substring(prefix.end()) : key.modifiers();
        return new Index.Key(key.column(), key.expression(), ("(" + longest / width.getAsInt() + ") " + rest).strip());
    }

    /** In characters. */
    private static long length(DataType type) {
        Matcher length = LENGTH.matcher(type.text());
        return length.matches() ? Long.parseLong(length.group(2)) : type.name().endsWith("text") || type.name().endsWith("blob") ? Integer.MAX_VALUE : 0;
    }

    /** The bytes of a character; empty where that is not known, or there are none. */
    private static OptionalInt width(Column column) {
        if (MysqlTypes.isText(column.type())) {
            return column.collation().filter(name -> !name.equals(DatabaseDefaults.COLLATION)).map(name -> OptionalInt.of(Collations.widest(Collations.charsetOf(name)))).orElse(OptionalInt.empty());
        }
        return column.type().name().endsWith("blob") || column.type().name().endsWith("binary") ? OptionalInt.of(1) : OptionalInt.empty();
    }
}
