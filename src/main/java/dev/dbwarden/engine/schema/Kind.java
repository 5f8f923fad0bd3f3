package dev.dbwarden.engine.schema;

/** What a thing in a schema is, in the words that users read in change types and messages. */
public enum Kind {
    SCHEMA("schema"), EXTENSION("extension"), ENUM("enum"), DOMAIN("domain"), SEQUENCE("sequence"),
    TABLE("table"), VIEW("view"), MATERIALIZED_VIEW("materialized_view"), OBJECT("object"),
    COLUMN("column"), PRIMARY_KEY("primary_key"), UNIQUE("unique"), CHECK("check"), EXCLUSION("exclusion"),
    FOREIGN_KEY("foreign_key"), INDEX("index"), LABEL("label");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word as it stands in a change type: {@code foreign_key}. */
    public String word() {
        return word;
    }

    /** The word as it stands in a sentence: {@code foreign key}. */
    public String phrase() {
        return word.replace('_', ' ');
    }

    /** Several of them: {@code foreign keys}, {@code indexes}. */
    public String plural() {
        return phrase() + (word.endsWith("x") ? "es" : "s");
    }
}
