package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Normalizer;
import dev.dbwarden.engine.dialect.Problem;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Identity;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One spelling for what PostgreSQL takes to be the same. */
final class PostgresqlNormalizer implements Normalizer {
    /** DEFAULT NULL of a column whose type is a domain: any other column's is none. */
    private static final String NO_DOMAIN_DEFAULT = "nullif(null, null)";
    private static final Map<String, String> SERIALS = Map.of("SERIAL", "INTEGER", "BIGSERIAL", "BIGINT", "SMALLSERIAL", "SMALLINT");
    private static final Set<String> INTEGERS = Set.of("SMALLINT", "INTEGER", "BIGINT");

    /** {@code public} is the default namespace, and is left out. */
    static ObjectName resolved(ObjectName name) {
        return name.namespace().equals("public") || name.namespace().equals("pg_catalog") ? ObjectName.of(name.name()) : name;
    }

    @Override
    public ObjectName name(ObjectName name) {
        return resolved(name);
    }

    @Override
    public DataType type(String text) {
        return PostgresqlTypes.parse(text);
    }

    @Override
    public SqlText expression(String sql) {
        return PostgresqlTexts.expression(sql);
    }

    @Override
    public SqlText defaultValue(String sql, DataType type) {
        return PostgresqlTexts.defaultValue(sql, type);
    }

    @Override
    public SqlText definition(String sql) {
        return PostgresqlTexts.definition(sql);
    }

    @Override
    public Schema schema(Schema raw, List<Problem> problems) {
        return schema(raw, new RelationNames(Schema.EMPTY), problems);
    }

    @Override
    public Schema settled(Schema schema, Schema other) {
        return WrittenStatements.takenApart(schema);
    }

    @Override
    public Schema continued(Schema model, Schema snapshot) {
        return Publication.continued(UnnamedTargets.continued(Partitioning.continued(ViewForms.continued(settled(model, snapshot), snapshot), snapshot), snapshot), snapshot);
    }

    @Override
    public boolean takesColumns(Options options) {
        return inherits(options);
    }

    /** Whether columns come from a parent or a type, and are not in the model. */
    static boolean inherits(Options options) {
        return options.has("partition_of") || options.has("inherits") || options.has("of");
    }

    /** Normalizes a schema that was made from a known one, which is normal: a table that is still the same object there needs no second look. */
    Schema schema(Schema raw, RelationNames known, List<Problem> problems) {
        var naming = new PostgresqlNaming(free(new RelationNames(raw)));
        Map<ObjectName, Sequence> owned = ownedSequences(raw);
        Set<ObjectName> absorbed = new HashSet<>();
        var objects = new ArrayList<SchemaObject>(raw.size());
        var columns = new KnownColumns(raw);
        DefaultClasses defaults = DefaultClasses.of(raw);
        boolean same = true;
        for (SchemaObject object : raw.objects().toList()) {
            boolean settled = owned.isEmpty() && defaults.isEmpty() && known.schema().isSame(object);
            SchemaObject normal = settled ? object : switch (object) {
                case View view -> ViewForms.normal((View) relation(view, raw, naming, owned, absorbed), columns);
                case Relation relation -> defaults.in(relation(relation, raw, naming, owned, absorbed));
                case Domain domain -> TypedTexts.of(domain, raw).domain(domain);
                case DefinedObject defined when defined.onTable() || RoutineWording.hasStatements(defined) -> known(defined, columns);
                default -> object;
            };
            same &= normal == object;
            objects.add(normal);
        }
        if (!absorbed.isEmpty()) {
            objects.removeIf(object -> object instanceof Sequence && absorbed.contains(object.name()));
        }
        Schema schema = ForeignTable.bare(bare(same && absorbed.isEmpty() ? raw : Schema.of(objects)));
        PostgresqlLimits.check(schema, known, problems);
        return schema;
    }

    /** A schema in which heirs and partitions say nothing again that they have from their parents. */
    private static Schema bare(Schema schema) {
        if (schema.tables().noneMatch(PostgresqlNormalizer::saysMore)) {
            return schema;
        }
        var bare = new HashMap<ObjectName, Table>();
        Descent descent = Descent.in(schema).over(name -> Optional.ofNullable(bare.get(name)).or(() -> schema.table(name)));
        schema.tables().forEach(table -> bare(table, schema, descent, bare));
        return Schema.of(schema.objects().map(object -> object instanceof Table table ? bare.get(table.name()) : object).toList());
    }

    /** Parents first: what an heir says again is measured by what its parents have in the end. */
    private static void bare(Table table, Schema schema, Descent descent, Map<ObjectName, Table> bare) {
        if (bare.putIfAbsent(table.name(), table) == null && saysMore(table)) {
            table.parents().flatMap(parent -> schema.table(ObjectName.parse(parent)).stream()).forEach(parent -> bare(parent, schema, descent, bare));
            bare.put(table.name(), table.options().has("inherits") ? descent.bare(table) : descent.plain(table));
        }
    }

    private static boolean saysMore(Table table) {
        return table.options().has("inherits") || table.options().has("partition_of") && !table.parts().isEmpty();
    }

    /** Names that nothing in a schema has and that were not given yet. */
    static Predicate<ObjectName> free(RelationNames names) {
        var given = new HashSet<ObjectName>();
        return name -> names.holder(name).isEmpty() && given.add(name);
    }

    private static Map<ObjectName, Sequence> ownedSequences(Schema raw) {
        var owned = new HashMap<ObjectName, Sequence>();
        raw.all(Sequence.class).filter(sequence -> sequence.ownedBy().isPresent()).forEach(sequence -> owned.put(sequence.name(), sequence));
        return owned;
    }

    private static Relation relation(Relation relation, Schema raw, PostgresqlNaming naming, Map<ObjectName, Sequence> owned, Set<ObjectName> absorbed) {
        var parts = new ArrayList<TablePart>();
        boolean same = true;
        List<String> keyed = relation instanceof Table table ? table.primaryKey().map(PrimaryKey::columns).orElse(List.of()) : List.of();
        UnaryOperator<TablePart> typed = relation instanceof Table table ? TypedTexts.of(table, raw)::part : UnaryOperator.identity();
        for (TablePart part : relation.parts()) {
            TablePart normal = switch (typed.apply(part)) {
                case Column column -> withBaseDefault(column(column, relation.name(), keyed, owned, absorbed), raw);
                case ForeignKey key when key.targetColumns().isEmpty() -> naming.named(withTargetColumns(key, raw), relation);
                case Index index when index.method().equalsIgnoreCase("btree") -> named(usual(index), relation, naming);
                case TablePart other -> named(other, relation, naming);
            };
            same &= normal == part;
            parts.add(normal);
        }
        return same ? relation : relation.withParts(Parts.of(parts));
    }

    /** A trigger, a policy or a routine in the light of the columns that it names. */
    private static DefinedObject known(DefinedObject object, KnownColumns columns) {
        SqlText definition = PostgresqlTexts.query(object.definition(), columns);
        return definition == object.definition() ? object : new DefinedObject(object.kind(), object.name(), object.part(), definition);
    }

    private static TablePart named(TablePart part, Relation relation, PostgresqlNaming naming) {
        return part.name().isEmpty() ? naming.named(part, relation) : part;
    }

    /** An index of the kind that a server makes where none is said. */
    private static Index usual(Index index) {
        return new Index(index.name(), index.unique(), "", index.keys(), index.include(), index.where(), index.options(), index.written());
    }

    private static ForeignKey withTargetColumns(ForeignKey key, Schema raw) {
        return raw.table(key.target()).flatMap(Table::primaryKey).map(primary -> key.withTarget(key.target(), primary.columns())).orElse(key);
    }

    static boolean isSerial(DataType type) {
        return SERIALS.containsKey(type.text());
    }

    /** A column as the server would have it: the older spellings of numbered rows made one, keys not null. */
    static Column column(Column column, ObjectName table, List<String> keyed, Map<ObjectName, Sequence> owned, Set<ObjectName> absorbed) {
        Column normal = column;
        String serial = SERIALS.get(column.type().text());
        if (serial != null) {
            normal = normal.withType(DataType.builtin(serial, serial)).withIdentity(Optional.of(Identity.of(Identity.Mode.SERIAL)));
        }
        if (normal.options().has("autoincrement")) {
            boolean free = normal.identity().isEmpty() && normal.defaultValue().isEmpty() && INTEGERS.contains(normal.type().text());
            normal = normal.withOptions(normal.options().without("autoincrement"));
            normal = free ? normal.withIdentity(Optional.of(Identity.of(Identity.Mode.SERIAL))) : normal;
        }
        Optional<Sequence> sequence = normal.defaultValue().isEmpty() || owned.isEmpty() ? Optional.empty() : sequenceOf(normal, table, owned);
        if (sequence.isPresent()) {
            absorbed.add(sequence.get().name());
            Options free = sequence.get().comment().map(comment -> sequence.get().options().with("comment", comment)).orElse(sequence.get().options());
            Options as = free.has("as") ? free : free.with("as", "BIGINT");
            normal = normal.withDefault(Optional.empty()).withIdentity(Optional.of(new Identity(Identity.Mode.SERIAL, sequence.get().name(), as)));
        }
        if (normal.identity().isPresent()) {
            normal = numbered(normal, table);
        }
        if (normal.options().has("storage") && normal.options().find("storage").equals(Optional.of(PostgresqlTypes.storage(normal.type())))) {
            normal = normal.withOptions(normal.options().without("storage"));
        }
        boolean required = keyed.contains(normal.name()) || normal.identity().isPresent() && column.identity().isEmpty() && serial != null
                || normal.identity().filter(identity -> identity.mode() != Identity.Mode.SERIAL).isPresent();
        return required && normal.nullable() ? normal.withNullable(false) : normal;
    }

    /** The default of a column whose type is a domain is printed with a cast to what the domain is made of. */
    private static Column withBaseDefault(Column column, Schema raw) {
        if (column.defaultValue().isEmpty() || !column.type().user()) {
            return column;
        }
        Optional<SqlText> plain = column.defaultValue().filter(text -> !text.canonical().equals(NO_DOMAIN_DEFAULT)).map(text -> ofBase(text, column.type(), raw))
                .map(text -> isNull(text) && isDomain(column.type(), raw) ? new SqlText(text.sql(), NO_DOMAIN_DEFAULT, text.words(), text.lexicon()) : text).or(column::defaultValue);
        return plain.equals(column.defaultValue()) ? column : column.withDefault(plain);
    }

    private static boolean isNull(SqlText text) {
        return text.canonical().equalsIgnoreCase("null");
    }

    /** A column of a domain keeps DEFAULT NULL, which keeps the domain's default away, if it has or gets one (AddRelationNewConstraints in heap.c). */
    private static boolean isDomain(DataType type, Schema schema) {
        return type.user() && schema.find(Ref.object(Kind.DOMAIN, ObjectName.parse(type.name()))).isPresent();
    }

    /** A default, the very same where its type is no domain. */
    static SqlText ofBase(SqlText text, DataType type, Schema schema) {
        DataType base = type;
        SqlText plain = text;
        var seen = new HashSet<DataType>();
        while (base.user() && seen.add(base) && schema.find(Ref.object(Kind.DOMAIN, ObjectName.parse(base.name()))).orElse(null) instanceof Domain domain) {
            base = domain.type();
            String canonical = PostgresqlTexts.defaultValue(plain.canonical(), base).canonical();
            plain = canonical.equals(plain.canonical()) ? plain : new SqlText(text.sql(), canonical, text.words(), text.lexicon());
        }
        return plain;
    }

    private static Column numbered(Column column, ObjectName table) {
        Identity identity = column.identity().orElseThrow();
        ObjectName sequence = identity.sequence().name().isEmpty()
                ? table.withName(PostgresqlNames.sequence(table.name(), column.name())) : identity.sequence();
        var options = PostgresqlSequences.normal(identity.options(), counts(column.type()));
        var normal = new Identity(identity.mode(), sequence, options);
        return normal.equals(identity) ? column : column.withIdentity(Optional.of(normal));
    }

    /** The type of a sequence that numbers a column of this type, where nothing else is said. */
    static String counts(DataType type) {
        return INTEGERS.contains(type.text()) ? type.text() : "BIGINT";
    }

    /** The sequence that the column owns and its default calls. */
    private static Optional<Sequence> sequenceOf(Column column, ObjectName table, Map<ObjectName, Sequence> owned) {
        return nextval(column.defaultValue().orElseThrow()).map(owned::get)
                .filter(sequence -> sequence.ownedBy().equals(Optional.of(new Sequence.ColumnRef(table, column.name()))));
    }

    /** The sequence in {@code nextval('name')}, the canonical spelling of it. */
    static Optional<ObjectName> nextval(SqlText value) {
        String text = value.canonical();
        if (!text.startsWith("nextval('") || !text.endsWith("')")) {
            return Optional.empty();
        }
        String name = text.substring("nextval('".length(), text.length() - 2).replace("''", "'");
        try {
            return Optional.of(resolved(ObjectName.parse(name.indexOf('"') >= 0 ? name : name.toLowerCase(Locale.ROOT))));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
