package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rename hints in models: {@code info={"renamed_from": "username"}} of a column, or of a table. */
final class Renames {
    private static final Value KEY = new Value.Text("renamed_from");

    private Renames() {}

    /** The hints, as {@code users.username:email} and {@code posts:articles}. */
    static List<String> in(Tables tables) {
        var hints = new ArrayList<String>();
        for (TableModel table : tables.all()) {
            table.option("info").flatMap(Renames::former).ifPresent(former -> hints.add(former + ":" + table.fullName()));
            table.columns().forEach(column -> column.keyword("info").flatMap(Renames::former)
                    .ifPresent(former -> hints.add(table.fullName() + "." + former + ":" + column.nameText())));
        }
        return hints;
    }

    private static Optional<String> former(Value info) {
        return info instanceof Value.Mapping(var entries) ? Optional.ofNullable(entries.get(KEY)).flatMap(Terms::text) : Optional.empty();
    }
}
