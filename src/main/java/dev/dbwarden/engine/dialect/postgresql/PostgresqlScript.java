package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.RenameObject;
import dev.dbwarden.engine.dialect.Belongings;
import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaEditor;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A script being replayed: the schema so far, where unqualified names go, and what was passed over. */
final class PostgresqlScript {
    private static final Set<String> RELATIONS = Set.of("table", "view", "materialized view", "sequence", "foreign table", "type");

    final SchemaEditor editor;
    final RelationNames namesBefore;
    final Grants grants = new Grants(this);
    final DefaultPrivileges defaultPrivileges = new DefaultPrivileges(this);
    SearchPath path = SearchPath.USUAL;
    private final PostgresqlNaming naming;
    private final NamesInUse names;
    private final Set<ObjectName> routines = new HashSet<>();
    private final Set<ObjectName> counters = new HashSet<>();
    private int skipped;
    private final Belongings belongings;
    private final Map<RelationNames.Holder, Set<ObjectName>> attached = new HashMap<>();

    PostgresqlScript(Schema before) {
        editor = new SchemaEditor(before);
        namesBefore = new RelationNames(before);
        names = new NamesInUse(namesBefore, editor);
        naming = new PostgresqlNaming(names::give);
        belongings = new Belongings(editor, PostgresqlScript::owners);
    }

    /** Names as the server reads them: lower case without quotes, and cut at 63 bytes (manual, 4.1.1). */
    static Clauses clauses(TokenStream in) {
        return new Clauses(in, word -> word.toLowerCase(Locale.ROOT), PostgresqlScript::kept);
    }

    private static String kept(String name) {
        return name.length() <= PostgresqlNames.LONGEST / 4 ? name : PostgresqlNames.clipped(name, PostgresqlNames.LONGEST);
    }

    /** The next statement begins. */
    void begin() {
        names.settle();
        defaultPrivileges.begin();
    }

    /** A statement that holds no schema. */
    void skip() {
        skipped++;
    }

    int skipped() {
        return skipped;
    }

    /** A function or the like of that name, whatever its arguments. */
    void madeRoutine(ObjectName name) {
        routines.add(name);
    }

    boolean isRoutine(ObjectName name) {
        return routines.contains(name);
    }

    boolean isType(ObjectName name) {
        return Stream.of(Ref.object(Kind.ENUM, name), Ref.object(Kind.DOMAIN, name), new Ref("type", name, "")).anyMatch(ref -> editor.find(ref).isPresent());
    }

    /** The name that the server chooses for a column's sequence: with a number where something has the usual one (PostgreSQL's indexcmds.c, ChooseRelationName). */
    ObjectName freeCounter(ObjectName usual) {
        ObjectName free = usual;
        for (int number = 1; isTaken(free); number++) {
            free = usual.withName(usual.name() + number);
        }
        counters.add(free);
        return free;
    }

    private boolean isTaken(ObjectName name) {
        return names.holder(name).filter(holder -> holder.part().map(part -> RelationNames.isRelation(part.kind())).orElse(RELATIONS.contains(holder.object().kind()))).isPresent() || isCounter(name);
    }

    /** Whether a column's sequence has that name; looked for where one had it. */
    boolean isCounter(ObjectName name) {
        if (counters.isEmpty()) {
            editor.objects().forEach(object -> counters(object).forEach(counters::add));
        }
        return counters.contains(name) && editor.objects().stream().anyMatch(object -> counters(object).anyMatch(name::equals));
    }

    private static Stream<ObjectName> counters(SchemaObject object) {
        return object instanceof Table table ? table.columns().stream().flatMap(column -> column.identity().stream()).map(Identity::sequence) : Stream.empty();
    }

    /** The name of something that is being made. */
    ObjectName made(ObjectName written) {
        return written.namespace().isEmpty() ? new ObjectName(path.first(), written.name()) : PostgresqlNormalizer.resolved(written);
    }

    /** The name of something that is there: in the search path's namespace if it is there, else in the default one. */
    ObjectName known(Kind kind, ObjectName written) {
        ObjectName here = made(written);
        return written.namespace().isEmpty() && !path.first().isEmpty() && editor.find(Ref.object(kind, here)).isEmpty() ? ObjectName.of(written.name()) : here;
    }

    ObjectName knownTable(ObjectName written) {
        return known(Kind.TABLE, written);
    }

    Table table(ObjectName written) {
        return editor.table(knownTable(written)).orElseThrow(() -> new IllegalArgumentException("no table " + written + " is there to change"));
    }

    Relation relation(ObjectName written) {
        return findRelation(written).orElseThrow(() -> new IllegalArgumentException("no table " + written + " is there"));
    }

    private Optional<Relation> findRelation(ObjectName written) {
        return editor.relation(made(written)).or(() -> editor.relation(ObjectName.of(written.name()).withName(written.name())).filter(_ -> written.namespace().isEmpty()));
    }

    /** Whether what a trigger is on is there: to drop one {@code IF EXISTS} from nothing is no mistake. */
    boolean isHolder(ObjectName written) {
        return editor.find(new Ref(ForeignTable.KIND, made(written), "")).isPresent() || findRelation(written).isPresent() || isOutside(written);
    }

    private boolean isOutside(ObjectName written) {
        return !OwnNamespaces.of(editor.objects().stream()).isOwn(made(written));
    }

    /** The name of something that has the search path's namespace if it is there, else the default one. */
    ObjectName seen(ObjectName written) {
        ObjectName here = made(written);
        return written.namespace().isEmpty() && !path.first().isEmpty() && names.holder(here).isEmpty() ? ObjectName.of(written.name()) : here;
    }

    boolean isSequence(ObjectName name) {
        return editor.find(Ref.object(Kind.SEQUENCE, name)).isPresent();
    }

    /** What goes with the relation of a name, or is granted on what has this {@link GrantTarget#key}. */
    List<SchemaObject> said(String key) {
        return belongings.of(key).stream().flatMap(ref -> editor.find(ref).stream()).toList();
    }

    /** Gives an object another name; what the server keeps with it follows. */
    void rename(Ref object, ObjectName to) {
        Collection<SchemaObject> following = object.kind().equals(Kind.SEQUENCE.word()) ? List.copyOf(editor.objects())
                : Stream.concat(said(object.owner().toString()).stream(), said(GrantTarget.of(object).key()).stream()).distinct().toList();
        defaultPrivileges.gone(editor.find(object).stream().flatMap(GrantTarget::of));
        new RenameObject(object, to, Postgresql.following(object, to, following)).applyTo(editor);
        defaultPrivileges.kept(editor.find(new Ref(object.kind(), to, object.part())).stream().flatMap(GrantTarget::of));
    }

    /** What a trigger or a comment is on: a table, a view or a foreign table, or something that somebody else looks after. */
    ObjectName holder(ObjectName written) {
        Ref foreign = new Ref(ForeignTable.KIND, made(written), "");
        return editor.find(foreign).isPresent() || findRelation(written).isEmpty() && isOutside(written) ? foreign.owner() : relation(written).name();
    }

    void add(ObjectName relation, TablePart part) {
        Relation owner = editor.relation(relation).orElseThrow(() -> new IllegalArgumentException("no table " + relation + " is there"));
        TablePart named = naming.named(part, part instanceof Check && owner instanceof Table table ? withColumns(table) : owner);
        editor.edit(relation, parts -> parts.with(named));
        if (named instanceof PrimaryKey key) {
            require(relation, key.columns());
        }
        boolean inherited = named instanceof PrimaryKey || named instanceof Unique || named instanceof Index index && !index.options().has(PartitionReader.ONLY);
        if (inherited && owner instanceof Table table && table.options().has("partition_by")) {
            new PartitionReader(this).takeOver(relation, named);
        }
    }

    /** The table with the columns that come from elsewhere: the name of a check says which one it is about. */
    private Relation withColumns(Table table) {
        Optional<Composite> type = table.options().find("of").map(ObjectName::parse).flatMap(name -> editor.find(new Ref("type", name, ""))).flatMap(Composite::of);
        return type.map(composite -> table.withParts(Parts.of(composite.attributes().stream().map(each -> Column.of(each.name(), each.type())).toList())))
                .orElseGet(() -> table.parents().findAny().isPresent() ? new PartitionReader(this).natural().detached(table) : table);
    }

    /** The partitions of a table, without those of its partitions. */
    List<Table> partitions(ObjectName parent) {
        return heirs(parent).stream().filter(table -> table.options().has("partition_of")).toList();
    }

    /** The tables that are made of a table, as its partitions or by INHERITS. */
    List<Table> heirs(ObjectName parent) {
        return belongings.of(parent).stream().flatMap(ref -> editor.find(ref).stream()).filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    /** The foreign tables that are made of a table. */
    List<ForeignTable> foreignHeirs(ObjectName parent) {
        return belongings.of(parent).stream().flatMap(ref -> editor.find(ref).stream()).flatMap(object -> ForeignTable.of(object).stream()).toList();
    }

    Optional<ForeignTable> foreign(ObjectName name) {
        return editor.find(new Ref(ForeignTable.KIND, name, "")).flatMap(ForeignTable::of);
    }

    /** Puts another form of a foreign table in its place. */
    void put(ForeignTable table) {
        editor.find(new Ref(ForeignTable.KIND, table.name(), "")).ifPresent(before -> editor.replace(before, table.object()));
    }

    /** The partitions whose own keys or indexes are attached to this one. */
    Set<ObjectName> attached(ObjectName table, PartKey index) {
        return attached.computeIfAbsent(new RelationNames.Holder(Ref.object(Kind.TABLE, table), Optional.of(index)), _ -> new HashSet<>());
    }

    /** A primary key makes its columns NOT NULL. */
    void require(ObjectName table, List<String> columns) {
        editor.edit(table, parts -> parts.map(part -> part instanceof Column column && columns.contains(column.name())
                ? column.withNullable(false) : part));
    }

    /** What partitions have from their parents, as the script stands. */
    Descent descent() {
        return new Descent(editor::table, naming);
    }

    /** A column of a table, which may have it from its parents. */
    Column column(ObjectName table, String column) {
        return table(table).column(column).or(() -> new PartitionReader(this).natural().detached(table(table)).column(column))
                .orElseThrow(() -> new IllegalArgumentException("no column " + column + " in table " + table));
    }

    /** Puts a column of a table in place of the one of that name, which the table may have from its parents. */
    void put(ObjectName table, Column column) {
        edit(table, parts -> parts.find(column.partKey()).map(before -> parts.replace(before, column)).orElseGet(() -> parts.with(column)));
    }

    /** Puts what became of an object in its place. */
    void put(SchemaObject before, Dissected after) {
        if (after instanceof Publication publication && publication.isNothing()) {
            editor.remove(before);
        } else {
            editor.replace(before, after.object());
        }
    }

    /** Edits a table's parts. */
    void edit(ObjectName table, UnaryOperator<Parts> edit) {
        editor.edit(table, edit);
    }

    /** The table or materialized view that an index is on. */
    Optional<ObjectName> ownerOf(ObjectName writtenIndex) {
        return index(writtenIndex).filter(holder -> holder.part().filter(part -> part.kind() == Kind.INDEX).isPresent()).map(holder -> holder.object().owner());
    }

    /** An index, or a key, which is one to the server. */
    Optional<RelationNames.Holder> index(ObjectName written) {
        ObjectName index = made(written);
        return (written.namespace().isEmpty() ? Stream.of(index, written) : Stream.of(index)).flatMap(name -> names.holder(name).stream())
                .filter(holder -> holder.part().filter(part -> RelationNames.isRelation(part.kind())).isPresent()).findFirst();
    }

    /** What goes with a table or view when it is dropped. */
    List<Ref> belongings(ObjectName relation) {
        return belongings.of(relation);
    }

    private static Collection<String> owners(SchemaObject object) {
        return switch (object) {
            case DefinedObject defined when defined.onTable() -> Set.of(defined.name().toString());
            case DefinedObject comment when comment.kind().equals(CommentReader.KIND) -> Stream.concat(comment.definition().words().stream(), Mention.table(comment).stream()).toList();
            case DefinedObject grant when grant.kind().equals(Grant.KIND) -> Grant.of(grant).map(each -> each.on().key()).stream().toList();
            case DefinedObject publication when publication.kind().equals("publication") -> Publication.tables(publication);
            case DefinedObject foreign when foreign.kind().equals(ForeignTable.KIND) -> ForeignTable.of(foreign).stream().flatMap(each -> each.table().parents()).toList();
            case Sequence sequence -> sequence.ownedBy().map(owner -> owner.table().toString()).stream().toList();
            case Table table -> table.parents().toList();
            default -> Set.of();
        };
    }

    /** The constraint of that name on the table. */
    Optional<TablePart> constraint(Table table, String name) {
        return table.parts().stream().filter(part -> part.name().equals(name) && switch (part) {
            case PrimaryKey _, Unique _, Check _, Exclusion _, ForeignKey _ -> true;
            case Column _, Index _ -> false;
        }).findFirst();
    }
}
