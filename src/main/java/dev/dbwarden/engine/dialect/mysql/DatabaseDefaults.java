package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The collations of text that says none: the database's own, and what its server has for character sets that are said alone. An export
 * knows them, as objects whose definitions are the statements that would set them; a model does not.
 */
record DatabaseDefaults(List<DefinedObject> objects, Variant variant) {
    static final String DATABASE = "database";
    /** What a server was told (MariaDB knowledge base). No migration changes that, so it is equal to whatever another server was told. */
    static final String COLLATIONS = "character_set_collations";
    /** The collation of a column that has the database's own in a table that has another. */
    static final String COLLATION = "default";
    private static final ObjectName NAME = ObjectName.of("default");

    /** What the one schema says, or else the other. */
    static DatabaseDefaults of(Schema schema, Schema other, Variant variant) {
        Stream<Ref> refs = Stream.of(new Ref(DATABASE, NAME, ""), new Ref(COLLATIONS, NAME, ""));
        return new DatabaseDefaults(refs.flatMap(ref -> schema.find(ref).or(() -> other.find(ref)).stream()).map(DefinedObject.class::cast).toList(), variant);
    }

    static DefinedObject database(String collation) {
        return new DefinedObject(DATABASE, NAME, "", MysqlTexts.definition("ALTER DATABASE " + Collations.clause(collation)));
    }

    /** @param sql {@code SET character_set_collations = 'utf8mb4=utf8mb4_uca1400_ai_ci'} */
    static DefinedObject setting(String sql) {
        return new DefinedObject(COLLATIONS, NAME, "", new SqlText(sql, "set " + COLLATIONS, Set.of(), Mysql.LEXICON));
    }

    /** What of {@code utf8mb4=utf8mb4_uca1400_ai_ci,latin1=latin1_swedish_ci} is not so by itself. */
    static Optional<DefinedObject> setting(String collations, Variant variant) {
        Map<String, String> told = byCharset(collations);
        told.entrySet().removeIf(each -> Collations.defaultOf(each.getKey(), variant).equals(each.getValue()));
        String text = told.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
        return text.isEmpty() ? Optional.empty() : Optional.of(setting("SET " + COLLATIONS + " = " + Mysql.QUOTING.literal(text)));
    }

    private static Map<String, String> byCharset(String collations) {
        var byCharset = new TreeMap<String, String>();
        for (String pair : collations.split(",")) {
            String[] sides = pair.strip().split("=", 2);
            if (sides.length == 2) {
                byCharset.put(Collations.charset(sides[0]), Collations.collation(sides[1], Collations.charset(sides[0])));
            }
        }
        return byCharset;
    }

    /** The schema with these collations where none is said. */
    Schema settled(Schema schema) {
        Map<String, String> told = value(COLLATIONS).map(text -> byCharset(text.replace("'", ""))).orElse(Map.of());
        var settling = new SettledText(value(DATABASE), told, variant);
        List<SchemaObject> settled = Stream.concat(objects.stream().filter(object -> schema.find(object.ref()).isEmpty()), schema.objects())
                .map(object -> settled(object, settling)).toList();
        return settled.stream().allMatch(schema::isSame) ? schema : Schema.of(settled);
    }

    private SchemaObject settled(SchemaObject object, SettledText settling) {
        return switch (object) {
            case Table table -> settling.of(table);
            case DefinedObject defined when defined.kind().equals(DATABASE) -> settling.own().map(DatabaseDefaults::database).filter(own -> !own.equals(defined)).orElse(defined);
            default -> object;
        };
    }

    /** What the statement sets. */
    private Optional<String> value(String kind) {
        return objects.stream().filter(object -> object.kind().equals(kind)).map(object -> object.definition().sql()).map(sql -> sql.substring(sql.lastIndexOf(' ') + 1)).findFirst();
    }
}
