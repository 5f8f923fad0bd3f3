package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database's own collation, which its tables have that say none. An export knows it, as an object of the kind {@code database} whose
 * definition is the statement that would set it; a model does not.
 */
record DatabaseDefaults(DefinedObject object, Variant variant) {
    static final String KIND = "database";
    /** The collation of a column that has the database's own in a table that has another. */
    static final String COLLATION = "default";
    private static final ObjectName NAME = ObjectName.of("default");

    static Optional<DatabaseDefaults> of(Schema schema, Variant variant) {
        return schema.find(new Ref(KIND, NAME, "")).map(object -> new DatabaseDefaults((DefinedObject) object, variant));
    }

    static DefinedObject object(String collation) {
        return new DefinedObject(KIND, NAME, "", MysqlTexts.definition("ALTER DATABASE CHARACTER SET " + Collations.charsetOf(collation) + " COLLATE " + collation));
    }

    private String collation() {
        String sql = object.definition().sql();
        return sql.substring(sql.lastIndexOf(' ') + 1);
    }

    /** The schema with this collation where none is said. */
    Schema settled(Schema schema) {
        Stream<SchemaObject> objects = schema.objects().map(each -> each instanceof Table table ? settled(table) : each);
        return Schema.of((schema.find(object.ref()).isPresent() ? objects : Stream.concat(Stream.of(object), objects)).toList());
    }

    private Table settled(Table table) {
        Options options = table.options();
        Table settled = table.withParts(table.parts().map(part -> part instanceof Column column && isOpen(column) ? settled(column) : part));
        return new Fitting(options.has(TableAttributes.COLLATE) ? settled : settled.withOptions(options.with(TableAttributes.COLLATE, collation())), variant).fitted();
    }

    private static boolean isOpen(Column column) {
        return MysqlTypes.isText(column.type()) && column.collation().filter(name -> !name.equals(COLLATION)).isEmpty();
    }

    private Column settled(Column column) {
        String own = column.options().has("binary") ? Collations.charsetOf(collation()) + "_bin" : collation();
        return column.withCollation(Optional.of(own)).withOptions(column.options().without("binary"));
    }
}
