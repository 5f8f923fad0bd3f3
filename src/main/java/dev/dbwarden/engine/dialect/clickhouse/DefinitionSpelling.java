package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the statement behind an object that the model carries whole, and spells it as the server keeps it. */
final class DefinitionSpelling {
    /** The order in which the server prints what makes a dictionary. */
    private static final List<String> DICTIONARY_CLAUSES = List.of("PRIMARY KEY", "SOURCE", "LIFETIME", "LAYOUT", "RANGE", "SETTINGS", "COMMENT");

    /** Layouts that the server takes the other form of, COMPLEX_KEY_..., where the key is no single number. */
    private static final Pattern BY_NUMBER = Pattern.compile("\\((?=(?:HASHED|SPARSE_HASHED|HASHED_ARRAY|RANGE_HASHED|CACHE|SSD_CACHE|DIRECT)\\()");
    private static final Pattern NUMBER = Pattern.compile("U?Int\\d+|B?Float\\d+|Bool|Decimal\\(.*");

    private final TokenStream in;

    DefinitionSpelling(TokenStream in) {
        this.in = in;
    }

    String definition() {
        if (in.accept("CREATE", "FUNCTION")) {
            return "CREATE FUNCTION " + name() + function();
        }
        if (in.accept("CREATE", "DICTIONARY")) {
            return "CREATE DICTIONARY " + name() + dictionary();
        }
        if (in.accept("PROJECTION")) {
            return "PROJECTION " + name() + " " + projection();
        }
        throw in.unexpected("FUNCTION, DICTIONARY or PROJECTION");
    }

    private String name() {
        ObjectName name = ClickhouseNames.objectName(in, "");
        if (in.accept("ON", "CLUSTER")) {
            ClickhouseNames.cluster(in);
        }
        return name.namespace().isEmpty() ? OperandSpelling.name(name.name()) : OperandSpelling.name(name.namespace()) + "." + OperandSpelling.name(name.name());
    }

    private String function() {
        in.expect("AS");
        return " AS " + new ExpressionSpelling(in).expression();
    }

    private String projection() {
        if (!in.at("(")) {
            return ClickhouseTexts.tokens(in.rest());
        }
        in.next();
        String query = new QuerySpelling(in).projected();
        in.expect(")");
        return ("(" + query + ") " + ClickhouseTexts.tokens(in.rest())).strip();
    }

    private String dictionary() {
        in.expect("(");
        var attributes = new ArrayList<String>();
        Map<String, String> types = new HashMap<>();
        do {
            attributes.add(attribute(types));
        } while (in.accept(","));
        in.expect(")");
        Map<String, String> clauses = new LinkedHashMap<>();
        while (!in.isAtEnd()) {
            clause(clauses);
        }
        if (!NUMBER.matcher(types.getOrDefault(clauses.getOrDefault("PRIMARY KEY", "").strip(), "")).matches()) {
            clauses.computeIfPresent("LAYOUT", (_, layout) -> BY_NUMBER.matcher(layout).replaceFirst("(COMPLEX_KEY_"));
        }
        return " (" + String.join(", ", attributes) + ")" + DICTIONARY_CLAUSES.stream().filter(clauses::containsKey).map(each -> " " + each + clauses.get(each)).collect(Collectors.joining());
    }

    private String attribute(Map<String, String> types) {
        String name = OperandSpelling.name(in.next().value());
        String type = new TypeSpelling(in).type().text();
        types.put(name, type);
        var text = new StringBuilder(name).append(' ').append(type);
        while (!in.at(",") && !in.at(")")) {
            String word = in.next().text().toUpperCase(Locale.ROOT);
            text.append(' ').append(word);
            if (word.equals("DEFAULT") || word.equals("EXPRESSION")) {
                text.append(' ').append(new ExpressionSpelling(in).expression());
            }
        }
        return text.toString();
    }

    private void clause(Map<String, String> clauses) {
        if (in.accept("PRIMARY", "KEY")) {
            boolean bracket = in.accept("(");
            clauses.put("PRIMARY KEY", " " + String.join(", ", new ExpressionSpelling(in).list(")")));
            if (bracket) {
                in.expect(")");
            }
            return;
        }
        String word = in.next().text().toUpperCase(Locale.ROOT);
        clauses.put(word, switch (word) {
            case "COMMENT" -> " " + ClickhouseTexts.token(in.next());
            case "LIFETIME" -> lifetime();
            case "SOURCE", "LAYOUT" -> nested();
            case "RANGE" -> range();
            case "SETTINGS" -> settings();
            default -> throw in.unexpected("a clause of a dictionary");
        });
    }

    /** {@code LIFETIME(300)} is {@code LIFETIME(MIN 0 MAX 300)}. */
    private String lifetime() {
        in.expect("(");
        String min = "0";
        String max = "0";
        while (!in.at(")")) {
            if (in.accept("MIN")) {
                min = in.next().text();
            } else {
                in.accept("MAX");
                max = in.next().text();
            }
        }
        in.expect(")");
        return "(MIN " + min + " MAX " + max + ")";
    }

    private String range() {
        in.expect("(", "MIN");
        String min = ClickhouseTexts.token(in.next());
        in.expect("MAX");
        String max = ClickhouseTexts.token(in.next());
        in.expect(")");
        return "(MIN " + min + " MAX " + max + ")";
    }

    private String nested() {
        in.expect("(");
        String kind = in.next().text().toUpperCase(Locale.ROOT);
        String values = in.accept("(") ? pairs() : "";
        in.expect(")");
        return "(" + kind + "(" + values + "))";
    }

    /** Keys in capitals, each with its value, up to the closing bracket. */
    private String pairs() {
        var pairs = new ArrayList<String>();
        while (!in.at(")")) {
            String key = in.next().text().toUpperCase(Locale.ROOT);
            String value = value();
            // The server shows no password, so that one cannot be told from another.
            pairs.add(key + " " + (key.equals("PASSWORD") ? "'[HIDDEN]'" : value));
        }
        in.expect(")");
        return String.join(" ", pairs);
    }

    private String value() {
        Token token = in.next();
        if (token.is("(")) {
            return "(" + pairs() + ")";
        }
        if (token.is("-")) {
            return "-" + in.next().text();
        }
        return token.type() == Type.WORD && in.at("(") ? token.text() + "(" + in.parenthesized() + ")" : ClickhouseTexts.token(token);
    }

    private String settings() {
        in.expect("(");
        String settings = String.join(", ", new ExpressionSpelling(in).list(")"));
        in.expect(")");
        return "(" + settings + ")";
    }
}
