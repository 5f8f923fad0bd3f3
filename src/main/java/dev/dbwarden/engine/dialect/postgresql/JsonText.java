package dev.dbwarden.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A document as {@code jsonb} keeps it: shorter keys first, the last one of those that are equal (manual, 8.14; jsonb_util.c, lengthCompareJsonbStringValue). */
final class JsonText {
    /** Documents in documents, deeper than anybody writes them. */
    private static final int MAX_DEPTH = 100;
    private static final Comparator<String> KEYS = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The canonical text without white space; with escapes or other than ASCII letters in it, or where it is no document, only without white space. */
    static String canonical(String content) {
        String squeezed = Contents.squeezed(content);
        if (squeezed.indexOf('\\') >= 0 || squeezed.chars().anyMatch(c -> c > 126)) {
            return squeezed;
        }
        var json = new JsonText(squeezed);
        try {
            String value = json.value(0);
            return json.at == squeezed.length() ? value : squeezed;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException other) {
            return squeezed;
        }
    }

    private String value(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(text);
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> scalar();
        };
    }

    private String object(int depth) {
        Map<String, String> members = new TreeMap<>(KEYS);
        at++;
        while (text.charAt(at) != '}') {
            String key = string();
            expect(':');
            members.put(key, value(depth + 1));
            separator('}');
        }
        at++;
        return members.entrySet().stream().map(member -> member.getKey() + ":" + member.getValue()).collect(Collectors.joining(",", "{", "}"));
    }

    private String array(int depth) {
        List<String> items = new ArrayList<>();
        at++;
        while (text.charAt(at) != ']') {
            items.add(value(depth + 1));
            separator(']');
        }
        at++;
        return "[" + String.join(",", items) + "]";
    }

    private void separator(char close) {
        if (text.charAt(at) != close) {
            expect(',');
        }
    }

    private String string() {
        int start = at;
        expect('"');
        at = text.indexOf('"', at) + 1;
        if (at == 0) {
            throw new IllegalArgumentException(text);
        }
        return text.substring(start, at);
    }

    private String scalar() {
        int start = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void expect(char expected) {
        if (text.charAt(at++) != expected) {
            throw new IllegalArgumentException(text);
        }
    }
}
