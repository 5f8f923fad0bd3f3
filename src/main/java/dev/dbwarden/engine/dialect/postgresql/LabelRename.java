package dev.dbwarden.engine.dialect.postgresql;

import static dev.dbwarden.engine.dialect.postgresql.LabelMeaning.LABEL;
import static dev.dbwarden.engine.dialect.postgresql.LabelMeaning.OTHER;
import static dev.dbwarden.engine.dialect.postgresql.LabelMeaning.UNKNOWN;

import dev.dbwarden.engine.change.Change;
import dev.dbwarden.engine.change.Change.AddPart;
import dev.dbwarden.engine.change.Change.AlterObject;
import dev.dbwarden.engine.change.Change.AlterPart;
import dev.dbwarden.engine.change.Change.DropPart;
import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.dialect.UnsupportedChangeException;
import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Identifiers;
import dev.dbwarden.engine.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A label that gets another name, with what follows it: the server keeps expressions parsed, with a label's number in them. The bodies of functions
 * are texts, and so are the literals that are cast only when a row comes.
 */
final class LabelRename {
    private final RenameLabel rename;
    private final Schema before;
    private final LabelSpelling label;
    private final Set<ObjectName> types = new HashSet<>();
    private final Set<String> functions;
    private final List<Change> followed = new ArrayList<>();

    private LabelRename(RenameLabel rename, Schema before) {
        this.rename = rename;
        this.before = before;
        this.label = new LabelSpelling(rename.from(), rename.to());
        this.functions = before.all(DefinedObject.class).filter(object -> object.kind().equals("function")).map(object -> object.name().name()).collect(Collectors.toSet());
        types.add(rename.type());
        List<Domain> domains = before.all(Domain.class).toList();
        for (boolean grown = true; grown;) {
            grown = types.addAll(domains.stream().filter(domain -> isOf(domain.type())).map(Domain::name).toList());
        }
    }

    /** The rename with all that follows it; fails with {@link UnsupportedChangeException} where a part of a table has what may be the label, or not. */
    static RenameLabel whole(RenameLabel rename, Schema before) {
        var whole = new LabelRename(rename, before);
        before.objects().forEach(whole::object);
        return new RenameLabel(rename.type(), rename.from(), rename.to(), whole.followed);
    }

    private void object(SchemaObject object) {
        switch (object) {
            case Table table -> {
                table.parts().forEach(part -> part(table.name(), part, name -> column(table, name)));
                bound(table);
            }
            case View view -> {
                statement(view.query(), name -> columnOf(view.query(), name)).ifPresent(query -> followed.add(new AlterObject(view, view.withQuery(query))));
                view.parts().forEach(part -> part(view.name(), part, name -> columnOf(view.query(), name)));
            }
            case Domain domain -> domain(domain);
            case DefinedObject defined when defined.onTable() -> statement(defined.definition(), name -> columnOf(defined, name))
                    .ifPresent(definition -> followed.add(new AlterObject(defined, new DefinedObject(defined.kind(), defined.name(), defined.part(), definition))));
            case DefinedObject _, EnumType _, Sequence _, Namespace _, Extension _ -> { }
        }
    }

    private void part(ObjectName owner, TablePart part, Function<String, LabelMeaning> columns) {
        LabelLiterals literals = literals(columns);
        UnaryOperator<SqlText> condition = text -> text(text, part.ref(owner), literals.renamed(text.sql(), OTHER), PostgresqlTexts::expression);
        TablePart after = switch (part) {
            case Column column -> column(column, part.ref(owner), literals);
            case Check check -> new Check(check.name(), condition.apply(check.condition()), check.options());
            case Index index -> new Index(index.name(), index.unique(), index.method(), index.keys().stream().map(key -> new Index.Key(key.column(), key.expression().map(condition), key.modifiers())).toList(),
                    index.include(), index.where().map(condition), index.options(), index.written());
            case Exclusion exclusion -> new Exclusion(exclusion.name(), text(exclusion.definition(), part.ref(owner),
                    new LabelsInStatement(label, columns, this::type).renamed(exclusion.definition().sql()), PostgresqlTexts::definition));
            case PrimaryKey _, Unique _, ForeignKey _ -> part;
        };
        if (after.equals(part)) {
            return;
        }
        if (after.partKey().equals(part.partKey())) {
            followed.add(new AlterPart(owner, part, after));
        } else {
            followed.addAll(List.of(new DropPart(owner, part), new AddPart(owner, after)));
        }
    }

    private Column column(Column column, Ref ref, LabelLiterals literals) {
        LabelMeaning own = meaning(column.type());
        return column.withDefault(column.defaultValue().map(text -> text(text, ref, literals.renamed(text.sql(), own), sql -> PostgresqlNormalizer.ofBase(PostgresqlTexts.defaultValue(sql, column.type()), column.type(), before))))
                .withGenerated(column.generated().map(generated -> new Generated(text(generated.expression(), ref,
                        literals.renamed(generated.expression().sql(), own), PostgresqlTexts::expression), generated.stored())));
    }

    /** The very text where nothing in it is the label. */
    private SqlText text(SqlText before, Ref ref, Optional<String> renamed, Function<String, SqlText> spelling) {
        String sql = renamed.orElseThrow(() -> new UnsupportedChangeException(ref, "%s: whether '%s' in (%s) is the label of %s cannot be told; take it away in a migration before the rename, and put it back after"
                .formatted(ref, rename.from(), before.sql(), rename.type())));
        return sql.equals(before.sql()) ? before : spelling.apply(sql);
    }

    /** The values of a partition are those of the key that its parent is divided by. */
    private void bound(Table table) {
        Optional<Table> parent = table.options().find("partition_of").flatMap(name -> before.table(ObjectName.parse(name)));
        String bound = table.options().find("partition_bound").orElse("");
        List<Token> literals = label.in(bound);
        if (parent.isEmpty() || literals.isEmpty()) {
            return;
        }
        Set<String> key = Identifiers.names(parent.get().options().find("partition_by").orElse(""));
        LabelMeaning meaning = key.stream().flatMap(name -> parent.get().column(name).stream()).map(column -> meaning(column.type())).reduce(LabelMeaning::and).orElse(UNKNOWN);
        String renamed = text(SqlText.plain(bound), table.ref(), label.renamed(bound, literals, literals.stream().map(_ -> meaning).toList()), SqlText::plain).sql();
        if (!renamed.equals(bound)) {
            Table bare = table.withParts(Parts.NONE);
            followed.add(new AlterObject(bare, bare.withOptions(bare.options().with("partition_bound", renamed))));
        }
    }

    private void domain(Domain domain) {
        LabelMeaning own = meaning(domain.type());
        LabelLiterals literals = literals(name -> name.equals("value") ? own : UNKNOWN);
        var after = new Domain(domain.name(), domain.type(), domain.nullable(),
                domain.defaultValue().map(text -> text(text, domain.ref(), literals.renamed(text.sql(), own), sql -> PostgresqlTexts.defaultValue(sql, domain.type()))), domain.collation(),
                domain.checks().stream().map(check -> new Check(check.name(), text(check.condition(), domain.ref(), literals.renamed(check.condition().sql(), OTHER), PostgresqlTexts::expression), check.options())).toList(),
                domain.comment());
        if (!after.equals(domain)) {
            followed.add(new AlterObject(domain, after));
        }
    }

    /** The statement after the rename; empty where it stays, and where it cannot be told: it is made anew if the model has it otherwise. */
    private Optional<SqlText> statement(SqlText text, Function<String, LabelMeaning> columns) {
        return new LabelsInStatement(label, columns, this::type).renamed(text.sql()).filter(sql -> !sql.equals(text.sql())).map(PostgresqlTexts::definition);
    }

    private LabelLiterals literals(Function<String, LabelMeaning> columns) {
        return new LabelLiterals(label, columns, this::type, functions);
    }

    /** A column of a table, or of one that it takes its columns from. */
    private LabelMeaning column(Table table, String name) {
        Optional<LabelMeaning> own = table.column(name).map(column -> meaning(column.type()));
        return own.orElseGet(() -> table.parents().flatMap(parent -> before.table(ObjectName.parse(parent)).stream()).map(parent -> column(parent, name)).reduce(LabelMeaning::and).orElse(UNKNOWN));
    }

    /** A column of the table that a trigger or a policy lives on, if no query in it brings others. */
    private LabelMeaning columnOf(DefinedObject object, String name) {
        return object.definition().words().contains("select") ? UNKNOWN : before.table(object.name()).map(table -> column(table, name)).orElse(UNKNOWN);
    }

    /** A column of the tables that a statement speaks of, if it speaks of nothing else that has columns. */
    private LabelMeaning columnOf(SqlText statement, String name) {
        boolean others = before.all(View.class).anyMatch(view -> statement.words().contains(view.name().name())) || functions.stream().anyMatch(statement.words()::contains);
        return others ? UNKNOWN : before.tables().filter(table -> statement.words().contains(table.name().name())).map(table -> column(table, name))
                .filter(meaning -> meaning != UNKNOWN).reduce(LabelMeaning::and).orElse(UNKNOWN);
    }

    private LabelMeaning meaning(DataType type) {
        return isOf(type) ? LABEL : OTHER;
    }

    private boolean isOf(DataType type) {
        return type.user() && types.contains(ObjectName.parse(type.name()));
    }

    /** A type in a cast; without its schema it may be one of another schema. */
    private LabelMeaning type(String name) {
        ObjectName named = PostgresqlNormalizer.resolved(ObjectName.parse(name));
        boolean alike = types.stream().anyMatch(type -> type.name().equals(named.name()));
        return types.contains(named) ? LABEL : alike && named.namespace().isEmpty() ? UNKNOWN : OTHER;
    }
}
