package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What tables are partitioned by, and the bounds of partitions, where a model and a database say it in other words: the words of the database stay. */
final class Partitioning {
    private static final String KEY = "partition_by";
    private static final String BOUND = "partition_bound";

    private final Schema snapshot;
    private final PartitionBounds wanted;
    private final PartitionBounds held;

    private Partitioning(Schema model, Schema snapshot) {
        this.snapshot = snapshot;
        this.wanted = new PartitionBounds(model);
        this.held = new PartitionBounds(snapshot);
    }

    /** A model's tables, partitioned in the snapshot's words where these are others for the same. */
    static Schema continued(Schema model, Schema snapshot) {
        var partitioning = new Partitioning(model, snapshot);
        List<SchemaObject> tables = model.objects().map(object -> object instanceof Table table ? partitioning.continued(table) : partitioning.foreign(object)).toList();
        return tables.stream().allMatch(model::isSame) ? model : Schema.of(tables);
    }

    private Table continued(Table table) {
        if (!table.options().has(KEY) && !table.options().has(BOUND)) {
            return table;
        }
        Optional<Options> before = snapshot.table(table.name()).map(Table::options);
        Options options = before.map(known -> with(with(table.options(), KEY, known, (mine, other) -> spelled(mine).equals(spelled(other))), BOUND, known, (mine, other) -> isSame(table, mine, other)))
                .orElse(table.options());
        return options == table.options() ? table : table.withOptions(options);
    }

    private SchemaObject foreign(SchemaObject object) {
        return ForeignTable.of(object).<SchemaObject>flatMap(table -> snapshot.find(object.ref()).flatMap(ForeignTable::of).map(known -> {
            Options options = table.table().options();
            Options continued = with(options, BOUND, known.table().options(), (mine, other) -> isSame(table.table(), mine, other));
            return continued == options ? object : table.with(continued).object();
        })).orElse(object);
    }

    private static Options with(Options options, String option, Options known, BiPredicate<String, String> same) {
        String mine = options.find(option).orElse("");
        String other = known.find(option).orElse("");
        return mine.isEmpty() || other.isEmpty() || mine.equals(other) || !same.test(mine, other) ? options : options.with(option, other);
    }

    private boolean isSame(Table table, String mine, String other) {
        return table.options().find("partition_of").map(ObjectName::parse).filter(parent -> wanted.spelled(parent, mine).equals(held.spelled(parent, other))).isPresent();
    }

    private static String spelled(String key) {
        int open = key.indexOf('(');
        try {
            return key.substring(0, open) + TokenStream.of(key.substring(open + 1, key.length() - 1), Postgresql.LEXICON).list().stream().map(Partitioning::item).toList();
        } catch (SqlException | IndexOutOfBoundsException other) {
            return key;
        }
    }

    /** A column, or an expression in brackets or a call, with its collation and its operators behind it. */
    private static String item(String item) {
        TokenStream in = TokenStream.of(item, Postgresql.LEXICON);
        int mark = in.mark();
        while (!in.isAtEnd() && !in.at("(")) {
            in.next();
        }
        if (in.isAtEnd()) {
            return item.strip();
        }
        in.parenthesized();
        return Wording.expression(in.textSince(mark)) + " " + Wording.rest(in);
    }
}
