package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The schema that a script is replayed on. Tables are normal after each statement, because a server names what has no name at once. */
final class MysqlCatalog {
    /** MySQL manual, 17.22, InnoDB Limits: secondary indexes of a table; so MariaDB. */
    private static final int MOST_KEYS = 64;

    private final SchemaEditor editor;
    private final Variant variant;
    private final Map<ObjectName, Set<String>> implicit = new HashMap<>();
    private String database = "";
    private boolean checksForeignKeys = true;

    MysqlCatalog(Schema before, Variant variant) {
        this.editor = new SchemaEditor(before);
        this.variant = variant;
    }

    Schema schema() {
        return editor.schema();
    }

    /** From here on names with this database in front are names of the schema. */
    void use(String name) {
        database = name;
    }

    /** SET: whether foreign keys may refer to what is not there (MySQL manual, 15.1.20.5, foreign_key_checks), and what a character set alone means. */
    void settings(TokenStream in) {
        while (!in.isAtEnd()) {
            if (in.accept("FOREIGN_KEY_CHECKS") && (in.accept("=") || in.accept(":="))) {
                checksForeignKeys = !List.of("0", "OFF", "FALSE").contains(in.next().text().toUpperCase(Locale.ROOT));
            } else if (in.accept(DatabaseDefaults.COLLATIONS) && (in.accept("=") || in.accept(":="))) {
                DatabaseDefaults.setting(in.next().value(), variant).ifPresent(this::put);
            } else {
                in.next();
            }
        }
    }

    Clauses clauses(TokenStream in) {
        return new Clauses(in, UnaryOperator.identity());
    }

    ObjectName name(TokenStream in) {
        ObjectName name = clauses(in).objectName();
        return name.namespace().equals(database) ? ObjectName.of(name.name()) : name;
    }

    Optional<Table> table(ObjectName name) {
        return editor.table(name);
    }

    Table existing(ObjectName name) {
        return table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    Optional<SchemaObject> find(Ref ref) {
        return editor.find(ref);
    }

    /** The routine or event of that name, in which case does not count; a trigger by its own name. */
    Optional<SchemaObject> defined(String kind, ObjectName name) {
        return editor.objects().stream().filter(object -> object instanceof DefinedObject defined && defined.kind().equals(kind)
                && (kind.equals("trigger") ? defined.part().equals(name.name()) : defined.name().namespace().equals(name.namespace()) && defined.name().name().equalsIgnoreCase(name.name())))
                .findFirst();
    }

    void add(SchemaObject object) {
        editor.add(object);
    }

    void remove(SchemaObject object) {
        editor.remove(object);
    }

    /** Adds it in the place of the one that was there. */
    void put(SchemaObject object) {
        find(object.ref()).ifPresent(this::remove);
        add(object);
    }

    void replace(SchemaObject before, SchemaObject after) {
        editor.replace(before, after);
    }

    /** Adds a table as the server makes it. */
    void create(TableDraft draft) {
        if (editor.relation(draft.name).isPresent() || sequence(draft.name).isPresent()) {
            throw new IllegalArgumentException("there is already a table, view or sequence named " + draft.name);
        }
        editor.add(settled(draft, Parts.NONE));
    }

    /** A table without its triggers, which go with it. */
    void drop(Table table) {
        editor.remove(table);
        implicit.remove(table.name());
        if (!checksForeignKeys) {
            editor.objects().stream().filter(object -> object instanceof Table other && other.foreignKeys().stream().anyMatch(key -> key.target().equals(table.name()))).map(Table.class::cast)
                    .toList().forEach(other -> editor.replace(other, other.withParts(other.parts().map(this::unchecked))));
        }
        editor.objects().stream().filter(object -> object instanceof DefinedObject defined && defined.onTable() && defined.name().equals(table.name())).toList().forEach(editor::remove);
    }

    void altered(TableDraft draft) {
        Table before = existing(draft.name);
        editor.replace(before, settled(draft, before.parts()));
    }

    private Table settled(TableDraft draft, Parts before) {
        Set<String> made = implicit.computeIfAbsent(draft.name, _ -> new HashSet<>());
        ImplicitKeys.superseded(draft, made, before, variant).forEach(draft.parts()::remove);
        draft.complete(made, variant);
        if (draft.parts().stream().filter(part -> part instanceof Index || part instanceof Unique).count() > MOST_KEYS) {
            throw new IllegalArgumentException("table " + draft.name + " has more than " + MOST_KEYS + " indexes, which no server makes (error 1069); leave some out");
        }
        if (!checksForeignKeys) {
            draft.parts().replaceAll(this::unchecked);
        }
        return new MysqlTableRules(draft.table(), variant, (_, _) -> { }, made).normal();
    }

    private TablePart unchecked(TablePart part) {
        return part instanceof ForeignKey key && key.target().namespace().isEmpty() && editor.table(key.target()).isEmpty() ? key.withOptions(key.options().with(KeyReader.NOT_VALID, "true")) : part;
    }

    TableDraft renameColumn(TableDraft draft, String from, String to) {
        altered(draft);
        List<DefinedObject> triggers = new Triggers(draft.name, editor).all();
        editor.renameColumn(draft.name, from, to);
        editor.edit(draft.name, parts -> parts.map(MysqlTexts::canonical).map(part -> part instanceof Check check && check.options().find("column").filter(from::equals).isPresent()
                ? new Check(to, check.condition(), Options.of("column", to)) : part));
        triggers.forEach(trigger -> editor.replace(editor.find(trigger.ref()).orElseThrow(), trigger));
        return TableDraft.of(existing(draft.name));
    }

    TableDraft renameTable(TableDraft draft, ObjectName to) {
        altered(draft);
        rename(draft.name, to);
        return TableDraft.of(existing(to));
    }

    void rename(ObjectName from, ObjectName to) {
        Ref ref = Stream.of(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE).map(kind -> Ref.object(kind, from)).filter(each -> editor.find(each).isPresent()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + from));
        List<DefinedObject> triggers = new Triggers(from, editor).all();
        editor.rename(ref, to);
        triggers.stream().map(trigger -> Triggers.moved(trigger, to)).forEach(trigger -> editor.replace(editor.find(trigger.ref()).orElseThrow(), trigger));
        if (!ref.kind().equals(Kind.TABLE.word())) {
            return;
        }
        Set<String> made = implicit.remove(from);
        if (made != null) {
            implicit.put(to, made);
        }
        var names = new MadeNames(from.name(), to.name(), variant);
        editor.edit(to, parts -> parts.map(part -> part.withName(names.renamed(part))));
    }

    void enforce(TableDraft draft, String check, Options enforcement) {
        TablePart found = draft.parts().stream().filter(part -> part instanceof Check && part.name().equalsIgnoreCase(check)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no condition " + check + " in table " + draft.name));
        draft.replace(found, new Check(found.name(), ((Check) found).condition(), enforcement));
    }

    void show(TableDraft draft, String name, boolean visible) {
        TablePart found = draft.parts().stream().filter(part -> (part instanceof Index || part instanceof Unique) && part.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no index " + name + " in table " + draft.name));
        draft.replace(found, switch (found) {
            case Index index -> new Index(index.name(), index.unique(), index.method(), index.keys(), index.include(), index.where(), shown(index.options(), visible), index.written());
            case Unique unique -> new Unique(unique.name(), unique.columns(), shown(unique.options(), visible));
            default -> found;
        });
    }

    private static Options shown(Options options, boolean visible) {
        return visible ? options.without("invisible") : options.with("invisible", "true");
    }

    Optional<Sequence> sequence(ObjectName name) {
        return editor.find(Ref.object(Kind.SEQUENCE, name)).map(Sequence.class::cast);
    }

    /** The view of that name. */
    Optional<View> view(ObjectName name) {
        return editor.find(Ref.object(Kind.VIEW, name)).map(View.class::cast);
    }
}
