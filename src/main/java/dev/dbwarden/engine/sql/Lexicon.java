package dev.dbwarden.engine.sql;

/**
 * How a dialect's text falls into tokens.
 *
 * @param identifierQuotes the characters that open a quoted name; {@code [} closes with {@code ]}
 * @param backslashEscapes whether a backslash escapes in every text literal
 * @param escapeStrings    whether {@code E'..'} is a literal with backslash escapes, {@code U&".."} a name with escapes, and a word beyond ASCII a name of
 *                         which ASCII's letters alone are folded, as in PostgreSQL
 * @param dollarQuotes     whether {@code $tag$..$tag$} is a literal
 * @param hashComments     whether {@code #} opens a comment
 * @param nestedComments   whether block comments nest
 * @param escapesInNames   whether a backslash escapes in a quoted name too
 * @param doubleQuotedText whether {@code "} opens a text literal
 * @param minusSigns       whether {@code --} opens a comment only before white space, and is two signs otherwise
 */
public record Lexicon(String identifierQuotes, boolean backslashEscapes, boolean escapeStrings, boolean dollarQuotes,
        boolean hashComments, boolean nestedComments, boolean escapesInNames, boolean doubleQuotedText, boolean minusSigns) {
    /** Of a dialect whose quoted names know only the doubled quote. */
    public Lexicon(String identifierQuotes, boolean backslashEscapes, boolean escapeStrings, boolean dollarQuotes, boolean hashComments, boolean nestedComments) {
        this(identifierQuotes, backslashEscapes, escapeStrings, dollarQuotes, hashComments, nestedComments, false);
    }

    /** Of a dialect whose text literals stand between single quotes. */
    public Lexicon(String identifierQuotes, boolean backslashEscapes, boolean escapeStrings, boolean dollarQuotes, boolean hashComments, boolean nestedComments,
            boolean escapesInNames) {
        this(identifierQuotes, backslashEscapes, escapeStrings, dollarQuotes, hashComments, nestedComments, escapesInNames, false, false);
    }
}
