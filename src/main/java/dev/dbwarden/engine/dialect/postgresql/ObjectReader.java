package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.change.Change.RenameLabel;
import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the statements that make namespaces, extensions, enums and views. */
final class ObjectReader {
    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    ObjectReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    private void add(SchemaObject object, boolean unlessThere) {
        if (unlessThere && script.editor.find(object.ref()).isPresent()) {
            script.skip();
            return;
        }
        script.editor.add(object);
    }

    void namespace() {
        boolean unlessThere = clauses.ifExists();
        boolean ofOwner = in.accept("AUTHORIZATION");
        String name = clauses.name();
        if (ofOwner || in.accept("AUTHORIZATION")) {
            script.grants.owned(Ref.object(Kind.SCHEMA, ObjectName.of(name)), ofOwner ? Postgresql.QUOTING.name(name) : GrantReader.role(in));
        }
        if (!in.isAtEnd()) {
            throw in.unexpected("the end; write what the schema holds as statements of their own");
        }
        if (name.equals("public")) {
            script.skip();
            return;
        }
        add(new Namespace(ObjectName.of(name), Options.NONE, Optional.empty()), unlessThere);
    }

    void extension() {
        boolean unlessThere = clauses.ifExists();
        String name = in.peek().type() == Token.Type.STRING ? in.next().value() : clauses.name();
        in.accept("WITH");
        String namespace = "";
        while (!in.isAtEnd()) {
            if (in.accept("SCHEMA")) {
                namespace = clauses.name();
            } else if (in.accept("VERSION")) {
                in.next();
            } else if (!in.accept("CASCADE")) {
                throw in.unexpected("SCHEMA, VERSION or CASCADE");
            }
        }
        if (name.equals("plpgsql")) {
            script.skip();
            return;
        }
        add(new Extension(ObjectName.of(name), namespace.equals("public") ? "" : namespace), unlessThere);
    }

    /** After {@code ALTER EXTENSION}. */
    void alterExtension() {
        Ref ref = Ref.object(Kind.EXTENSION, ObjectName.of(clauses.name()));
        Optional<SchemaObject> extension = script.editor.find(ref);
        if (extension.isPresent() && in.accept("SET", "SCHEMA")) {
            String namespace = clauses.name();
            script.editor.replace(extension.get(), new Extension(ref.owner(), namespace.equals("public") ? "" : namespace));
            return;
        }
        in.rest();
        script.skip();
    }

    /** After {@code CREATE TYPE name AS ENUM}. */
    void enumType(ObjectName name) {
        var labels = new ArrayList<String>();
        in.expect("(");
        while (!in.at(")")) {
            labels.add(label());
            if (!in.accept(",")) {
                break;
            }
        }
        in.expect(")");
        add(new EnumType(name, labels, Optional.empty()), false);
    }

    private String label() {
        if (in.peek().type() != Token.Type.STRING) {
            throw in.unexpected("a label in single quotes");
        }
        return in.next().value();
    }

    /** After {@code ALTER TYPE}, where the type is an enum. */
    void alterEnum(EnumType before) {
        var labels = new ArrayList<>(before.labels());
        if (in.accept("ADD", "VALUE")) {
            boolean unlessThere = clauses.ifExists();
            String label = label();
            if (unlessThere && labels.contains(label)) {
                return;
            }
            if (in.accept("BEFORE")) {
                labels.add(place(labels, label()), label);
            } else if (in.accept("AFTER")) {
                labels.add(place(labels, label()) + 1, label);
            } else {
                labels.add(label);
            }
        } else if (in.accept("RENAME", "VALUE")) {
            String label = label();
            in.expect("TO");
            LabelRename.whole(new RenameLabel(before.name(), label, label(), List.of()), script.editor.schema()).applyTo(script.editor);
            return;
        } else if (in.accept("RENAME", "TO")) {
            script.rename(before.ref(), before.name().withName(clauses.name()));
            return;
        } else if (in.accept("SET", "SCHEMA")) {
            script.rename(before.ref(), PostgresqlNormalizer.resolved(new ObjectName(clauses.name(), before.name().name())));
            return;
        } else {
            script.grants.owned(before.ref(), in);
            return;
        }
        script.editor.replace(before, new EnumType(before.name(), labels, before.comment()));
    }

    private static int place(List<String> labels, String label) {
        if (!labels.contains(label)) {
            throw new IllegalArgumentException("the enum has no label '" + label + "'");
        }
        return labels.indexOf(label);
    }

    /** After {@code CREATE [OR REPLACE] [RECURSIVE | MATERIALIZED] VIEW}. */
    void view(boolean materialized, boolean orReplace, boolean recursive) {
        boolean unlessThere = clauses.ifExists();
        ObjectName name = script.made(clauses.objectName());
        List<String> columns = in.at("(") ? clauses.columns() : List.of();
        Options options = recursive ? Options.of("recursive", "true") : Options.NONE;
        while (!in.accept("AS")) {
            if (in.accept("WITH")) {
                options = StorageParameters.set(options, in);
            } else if (in.accept("TABLESPACE")) {
                options = options.with("tablespace", clauses.name());
            } else if (in.accept("USING")) {
                String method = clauses.name();
                options = method.equals("heap") ? options : options.with("using", method);
            } else {
                throw in.unexpected("AS and a query");
            }
        }
        String query = in.rest();
        if (materialized && query.matches("(?is).*\\sWITH\\s+NO\\s+DATA")) {
            options = options.with("no_data", "true");
        }
        String bare = materialized ? query.replaceFirst("(?is)\\s+WITH\\s+(NO\\s+)?DATA$", "") : query;
        Optional<String> check = options.find("with.check_option");
        if (check.isPresent()) {
            options = options.without("with.check_option");
            bare += " WITH " + check.get().toUpperCase(Locale.ROOT) + " CHECK OPTION";
        }
        View view = new View(name, materialized, columns, PostgresqlTexts.definition(bare), Parts.NONE, options, Optional.empty());
        Optional<SchemaObject> existing = script.editor.find(view.ref());
        if (existing.isPresent() && orReplace) {
            Options kept = ViewForms.replaced(((View) existing.get()).options(), options);
            script.editor.replace(existing.get(), new View(name, materialized, columns, view.query(), Parts.NONE, kept, existing.get().comment()));
            return;
        }
        add(view, unlessThere);
    }
}
