package dev.dbwarden.engine.law;

/**
 * A column of a random table.
 *
 * @param key          stays when the name changes
 * @param defaultValue empty for none
 * @param extra        what follows the type: a collation, or how it is generated
 */
record RandomColumn(int key, String name, RandomType type, boolean required, String defaultValue, String extra, String comment) {
    boolean isGenerated() {
        return extra.contains("GENERATED");
    }

    RandomColumn withName(String newName) {
        return new RandomColumn(key, newName, type, required, defaultValue, extra, comment);
    }

    RandomColumn withType(RandomType newType) {
        return new RandomColumn(key, name, newType, required, "", "", comment);
    }

    RandomColumn withRequired(boolean newRequired) {
        return new RandomColumn(key, name, type, newRequired, defaultValue, extra, comment);
    }

    RandomColumn withDefault(String newDefault) {
        return new RandomColumn(key, name, type, required, newDefault, extra, comment);
    }

    RandomColumn withComment(String newComment) {
        return new RandomColumn(key, name, type, required, defaultValue, extra, newComment);
    }

    String sql(Flavour flavour) {
        return flavour.sql(name) + " " + type.name() + (extra.isEmpty() ? "" : " " + extra) + (defaultValue.isEmpty() ? "" : " DEFAULT " + defaultValue)
                + (required && flavour.takesNotNull(type) ? " NOT NULL" : "") + (comment.isEmpty() || !flavour.attachesComments() ? "" : " COMMENT " + comment);
    }
}
