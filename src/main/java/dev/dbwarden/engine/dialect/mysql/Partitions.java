package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a table is partitioned, in one spelling that a server reads: what stands before the partitions, and each of them.
 *
 * <p>Example: {@code PARTITION BY RANGE (year) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE)}.
 */
record Partitions(String head, List<String> definitions) {
    private static final Set<String> KEYWORDS = Set.of("PARTITION", "BY", "RANGE", "LIST", "HASH", "KEY", "LINEAR", "COLUMNS", "PARTITIONS", "SUBPARTITION", "SUBPARTITIONS",
            "VALUES", "LESS", "THAN", "IN", "MAXVALUE", "COMMENT", "ENGINE", "STORAGE", "DATA", "INDEX", "DIRECTORY", "MAX_ROWS", "MIN_ROWS", "TABLESPACE", "NULL",
            "DEFAULT", "SYSTEM_TIME", "INTERVAL", "LIMIT", "CURRENT", "HISTORY", "AUTO", "STARTS", "SELECT");

    Partitions {
        definitions = List.copyOf(definitions);
    }

    static Partitions parse(String text) {
        var in = TokenStream.of(text, Mysql.LEXICON);
        Partitions read = read(in);
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of the partitions");
        }
        return read;
    }

    /** Reads on from {@code PARTITION BY}. */
    static Partitions read(TokenStream in) {
        if (!in.at("PARTITION", "BY")) {
            throw in.unexpected("PARTITION BY");
        }
        var head = new ArrayList<Token>();
        int counted = -1;
        while (!in.isAtEnd() && !in.at("(", "PARTITION") && !in.at(",")) {
            if (in.accept("ALGORITHM")) {
                in.accept("=");
                in.next();
                continue;
            }
            counted = in.at("PARTITIONS") ? head.size() : counted;
            if (in.at("(")) {
                bracketed(in, head);
            } else {
                head.add(in.next());
            }
        }
        List<String> definitions = in.at("(") ? definitions(in) : List.of();
        if (counted >= 0 && !definitions.isEmpty()) {
            head.subList(counted, counted + 2).clear();
        }
        return new Partitions(text(head), definitions);
    }

    private static void bracketed(TokenStream in, List<Token> tokens) {
        int depth = 0;
        do {
            Token token = in.next();
            if (token.type() == Token.Type.END) {
                throw in.unexpected(")");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            tokens.add(token);
        } while (depth > 0);
    }

    /** {@code (PARTITION p0 ..., PARTITION p1 ...)}. */
    static List<String> definitions(TokenStream in) {
        var definitions = new ArrayList<String>();
        in.expect("(");
        do {
            definitions.add(definition(in));
        } while (in.accept(","));
        in.expect(")");
        return definitions;
    }

    private static String definition(TokenStream in) {
        var tokens = new ArrayList<Token>();
        while (!in.isAtEnd() && !in.atAny(",", ")")) {
            if (in.at("ENGINE") || in.at("STORAGE", "ENGINE")) {
                in.accept("STORAGE");
                in.next();
                in.accept("=");
                in.next();
            } else if (in.accept("=")) {
                continue;
            } else if (in.at("(", "MAXVALUE", ")")) {
                in.next();
                tokens.add(in.next());
                in.next();
            } else if (in.at("(")) {
                bracketed(in, tokens);
            } else {
                tokens.add(in.next());
            }
        }
        if (tokens.isEmpty()) {
            throw in.unexpected("a partition");
        }
        return text(tokens);
    }

    private static String text(List<Token> tokens) {
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean call = token.is("(") && i > 0 && isFunction(tokens.get(i - 1));
            boolean tight = text.isEmpty() || token.is(",") || token.is(")") || token.is(".") || call || text.charAt(text.length() - 1) == '(' || text.charAt(text.length() - 1) == '.';
            text.append(tight ? "" : " ").append(spelled(token, i + 1 < tokens.size() && tokens.get(i + 1).is("(")));
        }
        return text.toString();
    }

    private static boolean isFunction(Token token) {
        return token.type() == Token.Type.WORD && !KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static String spelled(Token token, boolean beforeBracket) {
        return switch (token.type()) {
            case WORD -> KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT)) ? token.text().toUpperCase(Locale.ROOT)
                    : beforeBracket ? token.text().toLowerCase(Locale.ROOT) : Mysql.QUOTING.name(token.value());
            case NAME -> Mysql.QUOTING.name(token.value());
            case STRING -> token.text().charAt(0) == '"' || token.text().charAt(0) == '\'' ? Mysql.QUOTING.literal(token.value()) : token.text();
            case NUMBER, SYMBOL, END -> token.text();
        };
    }

    Partitions with(List<String> more) {
        var all = new ArrayList<>(definitions);
        all.addAll(more);
        return new Partitions(head, all);
    }

    /** With more partitions, or fewer, where they have no names. */
    Partitions counted(int more) {
        String[] parts = head.split(" PARTITIONS ");
        int now = parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 1;
        return new Partitions(parts[0] + " PARTITIONS " + (now + more), definitions);
    }

    /** Without the partitions of these names, which has to be all of them. */
    Partitions without(List<String> names) {
        var left = definitions.stream().filter(each -> names.stream().noneMatch(name(each)::equalsIgnoreCase)).toList();
        if (left.size() + names.size() != definitions.size()) {
            throw new IllegalArgumentException("there is no such partition among " + definitions.stream().map(Partitions::name).toList());
        }
        return new Partitions(head, left);
    }

    /** Others in the place of some that follow each other. */
    Partitions reorganized(List<String> names, List<String> others) {
        int at = (int) definitions.stream().takeWhile(each -> names.stream().noneMatch(name(each)::equalsIgnoreCase)).count();
        var all = new ArrayList<>(without(names).definitions());
        all.addAll(at, others);
        return new Partitions(head, all);
    }

    private static String name(String definition) {
        var in = TokenStream.of(definition, Mysql.LEXICON);
        in.expect("PARTITION");
        Token token = in.next();
        if (!token.isName()) {
            throw new SqlException("a partition has no name", token.start());
        }
        return token.value();
    }

    @Override
    public String toString() {
        return head + (definitions.isEmpty() ? "" : definitions.stream().collect(Collectors.joining(", ", " (", ")")));
    }
}
