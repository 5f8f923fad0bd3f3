package dev.dbwarden.engine.dialect.postgresql;

/** What a literal that reads like a label is. */
enum LabelMeaning {
    /** A label of the type, which the server keeps under its number. */
    LABEL,
    /** A value of another type. */
    OTHER,
    /** One of both: what it stands beside has a type that is not known here. */
    UNKNOWN;

    LabelMeaning and(LabelMeaning other) {
        return this == other ? this : UNKNOWN;
    }
}
