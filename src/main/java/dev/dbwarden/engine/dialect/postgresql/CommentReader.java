package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.dialect.Clauses;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.EnumType;
import dev.dbwarden.engine.schema.Extension;
import dev.dbwarden.engine.schema.Kind;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Ref;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Sequence;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code COMMENT ON}; on what the model does not take apart the comment is an object of its own. */
final class CommentReader {
    static final String KIND = "comment";

    private static final Map<String, Kind> OWN = Map.of("TABLE", Kind.TABLE, "VIEW", Kind.VIEW, "SEQUENCE", Kind.SEQUENCE,
            "DOMAIN", Kind.DOMAIN, "SCHEMA", Kind.SCHEMA, "TYPE", Kind.ENUM);

    private final TokenStream in;
    private final Clauses clauses;
    private final PostgresqlScript script;

    CommentReader(TokenStream in, PostgresqlScript script) {
        this.in = in;
        this.clauses = PostgresqlScript.clauses(in);
        this.script = script;
    }

    /** After {@code COMMENT ON}; {@code from} is the mark of COMMENT. */
    void read(int from) {
        if (in.atAny("EXTENSION", "DATABASE", "ROLE", "TABLESPACE")) {
            in.rest();
            script.skip();
            return;
        }
        int mark = in.mark();
        if (in.accept("COLUMN") && column() || onObject(mark)) {
            return;
        }
        in.reset(mark);
        String target = target();
        Optional<String> comment = comment();
        Ref ref = new Ref(KIND, ObjectName.of(target), "");
        script.editor.find(ref).ifPresent(script.editor::remove);
        // Of a routine's arguments the server keeps the types: what else the author wrote of them is no difference.
        comment.map(text -> isRoutine(target) ? onRoutine(target, text) : in.textSince(from))
                .ifPresent(sql -> script.editor.add(new DefinedObject(KIND, ref.owner(), "", PostgresqlTexts.definition(sql))));
    }

    private static String onRoutine(String target, String text) {
        int kind = target.indexOf(' ');
        return "COMMENT ON " + target.substring(0, kind).toUpperCase(Locale.ROOT) + target.substring(kind) + " IS " + Postgresql.QUOTING.literal(text);
    }

    /** A comment on a routine. */
    static Ref on(Ref routine) {
        return new Ref(KIND, ObjectName.of(routine.kind() + " " + routine.owner() + routine.part()), "");
    }

    private static boolean isRoutine(String target) {
        return target.endsWith(")") && (target.startsWith("function ") || target.startsWith("procedure ") || target.startsWith("aggregate "));
    }

    /** What the comment is on; a routine by the types of its arguments alone, as their names tell it from no other. */
    private String target() {
        int mark = in.mark();
        if (in.atAny("FUNCTION", "PROCEDURE", "AGGREGATE")) {
            String kind = in.next().text().toLowerCase(Locale.ROOT);
            Ref routine = new DefinedReader(in, script).reference(kind);
            if (in.at("IS")) {
                return on(routine).owner().name();
            }
            in.reset(mark);
        }
        in.skipUntil("IS");
        return PostgresqlTexts.definition(in.textSince(mark)).canonical();
    }

    private boolean column() {
        var names = new ArrayList<String>();
        do {
            names.add(clauses.name());
        } while (in.accept("."));
        String column = names.removeLast();
        if (names.isEmpty()) {
            throw in.unexpected("a table and its column");
        }
        ObjectName table = script.knownTable(names.size() == 1 ? ObjectName.of(names.getFirst()) : new ObjectName(names.get(names.size() - 2), names.getLast()));
        if (script.editor.table(table).isEmpty()) {
            script.holder(table);
            return false;
        }
        Column before = script.column(table, column);
        script.put(table, before.withComment(comment()));
        return true;
    }

    private boolean onObject(int mark) {
        in.reset(mark);
        Kind kind = in.accept("MATERIALIZED", "VIEW") ? Kind.MATERIALIZED_VIEW : OWN.get(in.peek().text().toUpperCase(Locale.ROOT));
        if (kind == null) {
            return false;
        }
        if (kind != Kind.MATERIALIZED_VIEW) {
            in.next();
        }
        ObjectName written = clauses.objectName();
        if (kind == Kind.SCHEMA && written.equals(ObjectName.of("public"))) {
            return false;
        }
        ObjectName name = kind == Kind.SCHEMA ? written : script.known(kind, written);
        Optional<SchemaObject> object = script.editor.find(Ref.object(kind, name))
                .or(() -> kind == Kind.ENUM ? script.editor.find(Ref.object(Kind.DOMAIN, script.known(Kind.DOMAIN, written))) : Optional.empty());
        if (object.isEmpty() && kind == Kind.SEQUENCE) {
            new SerialReader(in, script).comment(name, comment());
            return true;
        }
        if (object.isEmpty()) {
            return false;
        }
        script.editor.replace(object.get(), commented(object.get(), comment()));
        return true;
    }

    private static SchemaObject commented(SchemaObject object, Optional<String> comment) {
        return switch (object) {
            case Table table -> table.withComment(comment);
            case View view -> view.withComment(comment);
            case Sequence s -> new Sequence(s.name(), s.options(), s.ownedBy(), comment);
            case Domain d -> new Domain(d.name(), d.type(), d.nullable(), d.defaultValue(), d.collation(), d.checks(), comment);
            case EnumType type -> new EnumType(type.name(), type.labels(), comment);
            case Namespace namespace -> new Namespace(namespace.name(), namespace.options(), comment);
            case Extension extension -> extension;
            case DefinedObject defined -> defined;
        };
    }

    private Optional<String> comment() {
        in.expect("IS");
        if (in.accept("NULL")) {
            return Optional.empty();
        }
        if (in.peek().type() != Token.Type.STRING) {
            throw in.unexpected("a text or NULL");
        }
        Token token = in.next();
        return Optional.of(token.text().startsWith("E'") || token.text().startsWith("e'") ? unescaped(token.value()) : token.value()).filter(text -> !text.isEmpty());
    }

    /** {@code E'..'} as pg_dump writes what holds a backslash (manual, 4.1.2.2). */
    static String unescaped(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
                continue;
            }
            char escaped = value.charAt(++i);
            text.append(switch (escaped) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                default -> escaped;
            });
        }
        return text.toString();
    }

}
