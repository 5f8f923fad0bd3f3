package dev.dbwarden.engine.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What SQLite's catalog says, from its pragmas; and what no pragma says (checks, collations, generation expressions, conflict
 * clauses, AUTOINCREMENT) from the text of CREATE TABLE, which is cut into words here so that its spelling does not matter.
 */
final class SqliteCatalog {
    private static final Pattern WORD = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*\\]|--[^\n]*|/\\*.*?\\*/|[\\p{L}\\p{N}_$.]+|\\S", Pattern.DOTALL);

    private final TestDatabase database;

    SqliteCatalog(TestDatabase database) {
        this.database = database;
    }

    List<String> lines() {
        return Stream.of(relations(), columns(), keys(), indexes(), written(), clauses()).flatMap(List::stream).sorted().toList();
    }

    private List<String> relations() {
        return database.query("SELECT type, lower(name), wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    }

    private List<String> columns() {
        return database.query("""
                SELECT 'column', lower(m.name), lower(c.name), replace(lower(c.type), ' ', ''), c."notnull", c.pk, c.hidden
                FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""");
    }

    private List<String> keys() {
        return database.query("""
                SELECT 'foreign key', lower(m.name), group_concat(lower(k."from") || ' -> ' || lower(k."table") || '.' || coalesce(lower(k."to"), ''), ', ' ORDER BY k.seq),
                       k.on_delete, k.on_update
                FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table' GROUP BY m.name, k.id""");
    }

    private List<String> indexes() {
        return database.query("""
                SELECT 'index', lower(m.name), CASE i.origin WHEN 'c' THEN lower(i.name) ELSE i.origin END, i."unique", i.partial,
                       (SELECT group_concat(coalesce(lower(c.name), '?') || c."desc" || c.coll, ', ' ORDER BY c.seqno) FROM pragma_index_xinfo(i.name) c WHERE c.key)
                FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""");
    }

    /** Indexes, views, triggers and virtual tables by their text. */
    private List<String> written() {
        return database.query("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND (type IN ('index', 'view', 'trigger') OR sql LIKE 'create virtual%')")
                .stream().map(sql -> "written " + String.join(" ", words(sql)).replace("if not exists ", "").replaceAll(" (asc|;)(?= |$)", "")).toList();
    }

    private List<String> clauses() {
        var lines = new ArrayList<String>();
        for (String row : database.query("SELECT lower(name) || char(1) || sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'create table%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            String table = row.substring(0, row.indexOf('\1'));
            List<String> words = words(row.substring(row.indexOf('\1') + 1));
            for (List<String> part : parts(words.subList(words.indexOf("(") + 1, words.lastIndexOf(")")))) {
                clauses(part).forEach(clause -> lines.add("clause " + table + " " + clause));
            }
        }
        return lines;
    }

    /** What one column or constraint says that no pragma does. */
    private static List<String> clauses(List<String> part) {
        var clauses = new ArrayList<String>();
        String column = List.of("constraint", "check", "primary", "unique", "foreign").contains(part.getFirst()) ? "" : part.getFirst() + " ";
        for (int i = 0; i < part.size(); i++) {
            String last = part.get(part.size() - 1);
            String next = i + 1 < part.size() ? part.get(i + 1) : last;
            switch (part.get(i)) {
                case "check" -> clauses.add("check " + bracket(part, i + 1));
                case "as" -> clauses.add(column + "as " + bracket(part, i + 1));
                case "default" -> {
                    if (!value(part, i + 1).equals("null")) {
                        clauses.add(column + "default " + value(part, i + 1));
                    }
                }
                case "collate" -> clauses.add(column + "collate " + next);
                case "autoincrement" -> clauses.add(column + "autoincrement");
                case "conflict" -> clauses.add("conflict " + next);
                case "constraint" -> clauses.add("constraint " + next);
                case "deferred" -> clauses.add("deferred");
                default -> { }
            }
        }
        return clauses;
    }

    private static String value(List<String> part, int at) {
        if (part.get(at).equals("(")) {
            return bracket(part, at);
        }
        return "-+".contains(part.get(at)) ? part.get(at) + " " + part.get(at + 1) : part.get(at);
    }

    /** What stands in brackets, without brackets around the whole of it. */
    private static String bracket(List<String> words, int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                List<String> inside = words.subList(open + 1, i);
                return !inside.isEmpty() && inside.getFirst().equals("(") && bracketEnd(inside) == inside.size() - 1
                        ? bracket(inside, 0) : String.join(" ", inside);
            }
        }
        throw new IllegalArgumentException("no bracket closes in " + words);
    }

    private static int bracketEnd(List<String> words) {
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<List<String>> parts(List<String> words) {
        var parts = new ArrayList<List<String>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || depth == 0 && words.get(i).equals(",")) {
                parts.add(words.subList(start, i));
                start = i + 1;
            } else {
                depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            }
        }
        return parts;
    }

    /** Words without comments, names without quotes, all but literals in lower case. */
    private static List<String> words(String sql) {
        return WORD.matcher(sql).results().map(match -> match.group()).filter(word -> !word.startsWith("--") && !word.startsWith("/*"))
                .map(word -> switch (word.charAt(0)) {
                    case '\'' -> word;
                    case '"', '`', '[' -> word.length() < 2 ? word : "‹" + word.substring(1, word.length() - 1).toLowerCase(Locale.ROOT) + "›";
                    default -> word.toLowerCase(Locale.ROOT);
                }).map(SqliteCatalog::bare).toList();
    }

    /** A quoted name that would be the same without quotes is the same. */
    private static String bare(String word) {
        return word.matches("‹[\\p{L}\\p{N}_$]+›") ? word.substring(1, word.length() - 1) : word;
    }
}
