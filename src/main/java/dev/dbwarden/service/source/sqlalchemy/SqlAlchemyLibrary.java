package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Library;
import dev.dbwarden.service.source.evaluation.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * SQLAlchemy's names, each in one spelling: {@code sqlalchemy.Column}, {@code sqlalchemy.postgresql.JSONB}, {@code sqlalchemy.func.lower}, whichever of its
 * modules they were imported from. Flask-SQLAlchemy's and SQLModel's names for the same things are the same.
 */
final class SqlAlchemyLibrary implements Library {
    static final String ROOT = "sqlalchemy.";
    /** {@code SQLModel.metadata}. */
    static final Value.Symbol SQLMODELS_METADATA = new Value.Symbol("sqlmodel.metadata");
    /** What the library for both Pythons has under names of its own. */
    private static final Map<String, String> OF_SIX = Map.of("six.moves.range", "builtins.range", "six.moves.xrange", "builtins.range", "six.moves.map", "builtins.map",
            "six.moves.zip", "builtins.zip", "six.moves.filter", "builtins.filter", "six.text_type", "builtins.str", "six.binary_type", "builtins.bytes");
    private static final Set<String> DIALECTS = Set.of("postgresql", "mysql", "mariadb", "sqlite", "oracle", "mssql");
    /** After these the rest of the name counts. */
    private static final Set<String> KEPT = Set.of("func", "event");
    private static final Set<String> SQLMODELS_OWN = Set.of("Field", "SQLModel", "Relationship", "AutoString", "metadata");
    private static final String EXTENSION = "flask_sqlalchemy.SQLAlchemy";
    private static final Set<String> EXTENSIONS_OWN = Set.of("Model", "session", "engine", "metadata", "create_all", "drop_all", "init_app", "metadatas", "engines", "reflect");

    /** Of the modules that models import; a program that had files of these names where it starts would not find Python's own. */
    private static final Set<String> MODULES = Set.of("sqlalchemy", "sqlmodel", "flask_sqlalchemy", "alembic", "flask", "fastapi", "pydantic", "typing", "typing_extensions",
            "types", "enum", "datetime", "decimal", "uuid", "dataclasses", "collections", "abc", "json", "logging", "re", "os", "sys", "functools", "itertools", "operator", "random", "secrets",
            "string", "time", "calendar", "math", "numbers", "inspect", "contextlib", "copy", "hashlib", "ipaddress", "pathlib", "warnings", "builtins", "__future__");

    /** Modules outside of the program whose classes have no columns, and whose functions make none. */
    private static final Set<String> HARMLESS = Set.of("abc", "asyncio", "attr", "attrs", "builtins", "collections", "contextlib", "copy", "dataclasses",
            "datetime", "decimal", "enum", "factory", "fastapi", "flask_login", "flask_sqlalchemy", "flask_wtf", "functools", "graphene", "hashlib", "inspect",
            "itertools", "json", "logging", "loguru", "marshmallow", "math", "msgspec", "numbers", "operator", "os", "pydantic", "pydantic_settings", "pytest", "random",
            "re", "sqlalchemy", "sqlalchemy_serializer", "sqlmodel", "starlette", "strawberry", "string", "structlog", "sys", "threading", "time", "typing", "unittest", "uuid", "warnings", "weakref",
            "wtforms");

    private final Predicate<ClassValue> hasTable;

    /** @param hasTable whether a class has one, as far as is known by then */
    SqlAlchemyLibrary(Predicate<ClassValue> hasTable) {
        this.hasTable = hasTable;
    }

    @Override
    public Optional<Value> result(Value.Symbol function, List<Value> arguments) {
        return Terms.is(function, "has_inherited_table") && arguments.size() == 1 && arguments.getFirst() instanceof ClassValue type
                ? Optional.of(new Value.Truth(type.lineage().stream().anyMatch(base -> base != type && hasTable.test(base)))) : Optional.empty();
    }

    @Override
    public Optional<Module> module(Value.Symbol name) {
        return Packages.of(name.name());
    }

    @Override
    public boolean hasModule(String name) {
        return isKnown(name) || Packages.hasRoot(name);
    }

    static boolean isKnown(String module) {
        return MODULES.contains(module);
    }

    static boolean isHarmless(String name) {
        return HARMLESS.contains(name.split("\\.")[0]);
    }

    @Override
    public Value.Symbol symbol(String name) {
        List<String> parts = Arrays.asList(name.split("\\."));
        return new Value.Symbol(switch (parts.getFirst()) {
            case "sqlalchemy" -> parts.size() == 1 ? name : ROOT + own(parts.subList(1, parts.size()));
            case "sqlmodel" -> parts.size() < 2 || SQLMODELS_OWN.contains(parts.getLast()) ? "sqlmodel." + parts.getLast() : ROOT + own(parts.subList(1, parts.size()));
            case "typing_extensions", "types" -> parts.size() == 1 ? "typing" : "typing." + parts.getLast();
            case "flask_sqlalchemy" -> parts.size() == 1 ? name : "flask_sqlalchemy." + parts.getLast();
            case "six" -> OF_SIX.getOrDefault(name, name);
            default -> name;
        });
    }

    private static String own(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (KEPT.contains(parts.get(i))) {
                return String.join(".", parts.subList(i, parts.size()));
            }
            if (parts.get(i).equals("functions") && i == parts.size() - 2) {
                return "func." + parts.getLast();
            }
            if (DIALECTS.contains(parts.get(i))) {
                return i == parts.size() - 1 ? parts.get(i) : parts.get(i) + "." + parts.getLast();
            }
            if (parts.get(i).equals("declared_attr")) {
                return parts.getLast().equals("cascading") ? "declared_attr.cascading" : "declared_attr";
            }
        }
        return parts.getLast();
    }

    @Override
    public Optional<Value> member(Value.Construct owner, String name) {
        if (isExtension(owner) && !EXTENSIONS_OWN.contains(name)) {
            return Optional.of(symbol(ROOT + name));
        }
        return bases(owner).getLast() instanceof ClassValue inner ? inner.value(name).filter(value -> !(value instanceof Value.Construct || value instanceof Value.Function)) : Optional.empty();
    }

    static boolean isExtension(Value value) {
        return value instanceof Value.Construct construct && (construct.callee().equals(new Value.Symbol(EXTENSION))
                || construct.callee() instanceof ClassValue type && type.foreignBases().contains(new Value.Symbol(EXTENSION)));
    }

    @Override
    public boolean isClassProperty(Value decorator) {
        return Terms.is(decorator, "declared_attr") || Terms.is(decorator, "declared_attr.cascading") || Terms.is(decorator, "classproperty");
    }

    /** {@code declarative_base(cls=Mine)} and {@code SQLAlchemy(model_class=Mine)} make a base that inherits from another class. */
    @Override
    public List<Value> bases(Value base) {
        Optional<Value> inner = switch (base) {
            case Value.Construct construct when Terms.isCall(construct, "declarative_base", "automap_base", "generate_base") -> construct.keyword("cls");
            case Value.Member(Value.Construct extension, var name) when name.equals("Model") && isExtension(extension) -> extension.keyword("model_class");
            default -> Optional.empty();
        };
        return inner.filter(ClassValue.class::isInstance).map(own -> List.of(base, own)).orElse(List.of(base));
    }
}
