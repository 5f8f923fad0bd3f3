package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.RenamePart;
import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.Relation;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads {@code ALTER TABLE}, and the same forms of {@code ALTER VIEW} and {@code ALTER MATERIALIZED VIEW}. */
final class AlterTableReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;
    private ObjectName name = ObjectName.of("");
    private boolean only;

    AlterTableReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code ALTER TABLE}. */
    void alter() {
        boolean ifThere = clauses.ifExists();
        only = in.accept("ONLY");
        ObjectName written = clauses.objectName();
        in.accept("*");
        if (ifThere && script.editor.relation(script.knownTable(written)).isEmpty()) {
            script.skip();
            in.rest();
            return;
        }
        if (in.at("OWNER", "TO")) {
            script.grants.owned(Ref.object(Kind.TABLE, script.seen(written)), in);
            return;
        }
        Ref foreign = new Ref(ForeignTable.KIND, script.made(written), "");
        boolean isForeign = script.editor.find(foreign).isPresent();
        if (isForeign && !in.atAny("ENABLE", "DISABLE")) {
            new DefinedReader(in, script).change(foreign, 0);
            return;
        }
        name = isForeign ? foreign.owner() : relation(written);
        do {
            action();
        } while (in.accept(","));
        if (!in.isAtEnd()) {
            throw in.unexpected("a comma or the end");
        }
    }

    private ObjectName relation(ObjectName written) {
        Ref sequence = Ref.object(Kind.SEQUENCE, script.known(Kind.SEQUENCE, written));
        if (script.editor.find(sequence).isPresent() && in.atAny("RENAME", "SET")) {
            return sequence.owner();
        }
        return script.relation(written).name();
    }

    private Table table() {
        return script.editor.table(name).orElseThrow(() -> new IllegalArgumentException(name + " is no table"));
    }

    private void action() {
        if (in.accept("ADD")) {
            add();
        } else if (in.accept("DROP")) {
            drop();
        } else if (in.accept("ALTER")) {
            alterPart();
        } else if (in.accept("RENAME")) {
            rename();
        } else if (in.accept("SET")) {
            set();
        } else if (in.accept("RESET")) {
            reset();
        } else if (in.accept("OWNER", "TO")) {
            clauses.name();
            script.skip();
        } else if (in.accept("VALIDATE", "CONSTRAINT")) {
            new AlterConstraintReader(in, script, table()).validate();
        } else if (in.atAny("ENABLE", "DISABLE", "FORCE", "NO")) {
            enable();
        } else if (in.accept("INHERIT")) {
            ObjectName parent = script.knownTable(clauses.objectName());
            options(o -> o.with("inherits", o.find("inherits").map(p -> p + ", ").orElse("") + parent));
        } else if (in.accept("REPLICA", "IDENTITY")) {
            String identity = in.rest();
            options(o -> identity.equalsIgnoreCase("DEFAULT") ? o.without("replica_identity") : o.with("replica_identity", PostgresqlTexts.definition(identity).canonical()));
        } else if (in.accept("CLUSTER", "ON")) {
            String index = clauses.name();
            options(o -> o.with("cluster_on", index));
        } else if (in.accept("ATTACH", "PARTITION")) {
            ObjectName child = script.seen(clauses.objectName());
            String bound = TableReader.bound(in);
            script.foreign(child).ifPresentOrElse(foreign -> script.put(foreign.attached(name, bound, script)), () -> new PartitionReader(script).attach(table(), child, bound));
        } else if (in.accept("DETACH", "PARTITION")) {
            ObjectName child = script.seen(clauses.objectName());
            script.foreign(child).ifPresentOrElse(foreign -> script.put(foreign.detached(script)), () -> new PartitionReader(script).detach(child));
            in.rest();
        } else {
            throw in.unexpected("ADD, DROP, ALTER, RENAME, SET or another action of ALTER TABLE");
        }
    }

    private void add() {
        var reader = new TableReader(in, script);
        if (reader.atConstraint()) {
            String constraint = clauses.constraintName().orElse("");
            if (in.at("NOT", "NULL")) {
                in.expect("NOT", "NULL");
                script.require(name, List.of(clauses.name()));
                in.accept("NOT", "VALID");
                return;
            }
            TablePart made = reader.constraint(name, constraint);
            script.add(name, only && !script.partitions(name).isEmpty() ? PartitionReader.only(made) : made);
            return;
        }
        in.accept("COLUMN");
        boolean unlessThere = clauses.ifExists();
        List<TablePart> parts = new ColumnReader(in, script, name).read();
        if (unlessThere && table().column(parts.getFirst().name()).isPresent()) {
            return;
        }
        parts.forEach(part -> script.add(name, part));
    }

    private void drop() {
        if (in.accept("CONSTRAINT")) {
            boolean ifThere = clauses.ifExists();
            String constraint = clauses.name();
            var part = script.constraint(table(), constraint);
            if (part.isEmpty() && !ifThere) {
                throw new IllegalArgumentException("no constraint " + constraint + " on table " + name);
            }
            part.ifPresent(found -> new DropReader(script).dropConstraint(name, found, in.accept("CASCADE")));
            in.accept("RESTRICT");
            return;
        }
        in.accept("COLUMN");
        boolean ifThere = clauses.ifExists();
        String column = clauses.name();
        boolean cascade = in.accept("CASCADE");
        in.accept("RESTRICT");
        if (table().column(column).isPresent() || !ifThere) {
            new DropReader(script).dropColumn(table(), column, cascade);
        }
    }

    private void alterPart() {
        if (in.accept("CONSTRAINT")) {
            new AlterConstraintReader(in, script, table()).alter();
            return;
        }
        in.accept("COLUMN");
        String column = clauses.name();
        if (script.editor.table(name).isEmpty()) {
            alterViewColumn(column);
            return;
        }
        Column before = script.column(name, column);
        Column after = new AlterColumnReader(in, script, name).altered(before);
        new InheritedColumns(script).alter(name, before, after, only);
    }

    /** What an insertion through the view gets at a column that it leaves out. */
    private void alterViewColumn(String column) {
        String option = ViewForms.DEFAULT + column;
        if (in.accept("SET", "DEFAULT")) {
            String value = PostgresqlTexts.expression(new ColumnReader(in, script, name).defaultValue(PostgresqlTypes.parse("TEXT")).sql()).canonical();
            options(o -> o.with(option, value));
            return;
        }
        in.expect("DROP", "DEFAULT");
        options(o -> o.without(option));
    }

    private void rename() {
        if (in.accept("TO")) {
            ObjectName to = name.withName(clauses.name());
            rename(script.editor.relation(name).<Ref>map(Relation::ref).orElse(Ref.object(Kind.SEQUENCE, name)), to);
            return;
        }
        if (in.accept("CONSTRAINT")) {
            new AlterConstraintReader(in, script, table()).rename();
            return;
        }
        in.accept("COLUMN");
        String from = clauses.name();
        in.expect("TO");
        String to = clauses.name();
        new RenamePart(name, Kind.COLUMN, from, to, Grant.following(name, from, to, script.said(name.toString()))).applyTo(script.editor);
    }

    private void rename(Ref relation, ObjectName to) {
        script.rename(relation, to);
        name = to;
    }

    private void set() {
        if (in.at("(")) {
            options(o -> StorageParameters.set(o, in));
        } else if (in.accept("SCHEMA")) {
            ObjectName to = PostgresqlNormalizer.resolved(new ObjectName(clauses.name(), name.name()));
            rename(table().ref(), to);
        } else if (in.accept("UNLOGGED")) {
            options(o -> o.with("unlogged", "true"));
        } else if (in.accept("LOGGED")) {
            options(o -> o.without("unlogged"));
        } else if (in.accept("TABLESPACE")) {
            String tablespace = clauses.name();
            options(o -> o.with("tablespace", tablespace));
        } else if (in.accept("ACCESS", "METHOD")) {
            String method = clauses.name();
            options(o -> method.equals("heap") ? o.without("using") : o.with("using", method));
        } else if (in.accept("WITHOUT", "CLUSTER")) {
            options(o -> o.without("cluster_on"));
        } else if (!in.accept("WITHOUT", "OIDS")) {
            throw in.unexpected("SCHEMA, LOGGED, UNLOGGED, TABLESPACE, ACCESS METHOD, WITHOUT CLUSTER or a list of parameters");
        }
    }

    private void reset() {
        options(o -> StorageParameters.reset(o, in));
    }

    private void enable() {
        if (in.accept("ENABLE", "ROW", "LEVEL", "SECURITY")) {
            options(o -> o.with("row_level_security", "true"));
        } else if (in.accept("DISABLE", "ROW", "LEVEL", "SECURITY")) {
            options(o -> o.without("row_level_security"));
        } else if (in.accept("FORCE", "ROW", "LEVEL", "SECURITY")) {
            options(o -> o.with("force_row_level_security", "true"));
        } else if (in.accept("NO", "FORCE", "ROW", "LEVEL", "SECURITY")) {
            options(o -> o.without("force_row_level_security"));
        } else if (in.accept("NO", "INHERIT")) {
            disinherit(script.knownTable(clauses.objectName()).toString());
        } else {
            firing();
        }
    }

    /** What comes from that parent stays, as the table's own. */
    private void disinherit(String parent) {
        Table heir = table();
        var others = new ArrayList<>(heir.parents().toList());
        if (!others.remove(parent)) {
            throw new IllegalArgumentException(parent + " is no parent of " + name);
        }
        Table whole = script.descent().detached(heir.withOptions(Options.of("inherits", parent)));
        Options options = heir.options().without("inherits");
        script.editor.replace(heir, whole.withOptions(others.isEmpty() ? options : options.with("inherits", String.join(", ", others))));
    }

    /** {@code ENABLE | DISABLE [ALWAYS | REPLICA] TRIGGER | RULE name}: belongs to that trigger. */
    private void firing() {
        int mark = in.mark();
        in.next();
        if (!in.accept("ALWAYS")) {
            in.accept("REPLICA");
        }
        String kind = in.at("RULE") ? "rule" : "trigger";
        in.next();
        String trigger = clauses.name();
        new DefinedReader(in, script).append(new Ref(kind, name, trigger), "ALTER TABLE " + PostgresqlRenderer.name(name) + " " + in.textSince(mark));
    }

    private void options(UnaryOperator<Options> edit) {
        Relation relation = script.relation(name);
        script.editor.replace(relation, switch (relation) {
            case Table table -> table.withOptions(edit.apply(table.options()));
            case dev.dbwarden.engine.schema.View view -> new dev.dbwarden.engine.schema.View(view.name(), view.materialized(), view.columns(), view.query(), view.parts(),
                    edit.apply(view.options()), view.comment());
        });
    }
}
