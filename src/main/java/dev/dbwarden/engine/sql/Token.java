package dev.dbwarden.engine.sql;

/**
 * One token of SQL.
 *
 * @param type  what it is
 * @param text  as it stands in the source
 * @param value a name without its quotes, a literal's content; otherwise the text
 * @param start offset of its first character in the source
 */
public record Token(Type type, String text, String value, int start) {
    /** {@code WORD} is a keyword or an unquoted name, {@code SYMBOL} an operator or a bracket. */
    public enum Type { WORD, NAME, STRING, NUMBER, SYMBOL, END }

    /** Offset after its last character. */
    public int end() {
        return start + text.length();
    }

    /** Whether this is the given keyword (upper case) or symbol. */
    public boolean is(String word) {
        return switch (type) {
            case WORD -> text.equalsIgnoreCase(word);
            case SYMBOL -> text.equals(word);
            case NAME, STRING, NUMBER, END -> false;
        };
    }

    public boolean isName() {
        return type == Type.WORD || type == Type.NAME;
    }
}
