package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.engine.sql.Quoting;
import dev.dbwarden.service.source.evaluation.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names and literals in SQL.
 *
 * @param quotedToo words that SQLAlchemy puts into quotes though the dialect does not need them
 */
record Names(Quoting quoting, Set<String> quotedToo) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    /** SQLAlchemy quotes capitals, in every dialect; SQLite keeps the text of an index as it was written. */
    String name(String name) {
        return name.chars().anyMatch(Character::isUpperCase) || quotedToo.contains(name) ? quoting.quoted(name) : quoting.name(name);
    }

    /** A name that a model may have quoted, or left without quotes, on purpose. */
    String name(Value name, String text) {
        if (name instanceof Value.Construct construct && Terms.isMade(construct, "quoted_name")) {
            Optional<Value> quote = construct.argument(1, "quote");
            return quote.equals(Optional.of(new Value.Truth(false))) && PLAIN.matcher(text).matches() ? text : quote.equals(Optional.of(new Value.Truth(true))) ? quoting.quoted(text) : name(text);
        }
        return name(text);
    }

    /** A reserved word may be a function's name: {@code coalesce} in quotes is another one. */
    String function(String name) {
        return PLAIN.matcher(name).matches() ? name : name(name);
    }

    String column(ColumnModel column) {
        return column.keyword("quote").filter(new Value.Truth(true)::equals).isPresent() ? quoting.quoted(column.nameText()) : name(column.name(), column.nameText());
    }

    String table(TableModel table) {
        return table.schema().map(schema -> name(schema) + ".").orElse("") + name(table.name(), table.nameText());
    }

    String qualified(Optional<String> schema, String name) {
        return schema.map(each -> name(each) + ".").orElse("") + name(name);
    }

    String collation(String collation) {
        return quoting.quoted(collation);
    }

    String literal(String text) {
        return quoting.literal(text);
    }
}
