package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Declarative bases: which classes are mapped, and into which {@code MetaData}. */
final class Bases {
    private static final Set<String> ROOTS = Set.of("DeclarativeBase", "DeclarativeBaseNoMeta", "AsyncAttrs");

    /** What has the {@code MetaData} of a table: itself, a class, what a function made. */
    private final Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What is said of SQLModel's own {@code MetaData}: another one, or single things. */
    private final Map<String, Value> ofSqlModel = new HashMap<>();

    /** Whether the class inherits from a declarative base, or a registry maps it. */
    boolean isDeclarative(ClassValue type) {
        return type.lineage().stream().anyMatch(each -> isRoot(each) || each.bases().stream().anyMatch(Bases::isMadeBase)) || mappingDecorator(type).isPresent();
    }

    /** Whether this is a base itself: {@code class Base(DeclarativeBase)}. */
    boolean isRoot(ClassValue type) {
        return type.bases().stream().anyMatch(base -> ROOTS.contains(Terms.name(base)) && !Terms.name(base).equals("AsyncAttrs"))
                || Optional.ofNullable(type.keywords().get("metaclass")).filter(Bases::isDeclarativeMeta).isPresent()
                || type.decorators().stream().anyMatch(decorator -> decoratedBy(decorator, "as_declarative") || decoratedBy(decorator, "as_declarative_base"));
    }

    private static boolean isDeclarativeMeta(Value metaclass) {
        return Terms.name(metaclass).equals("DeclarativeMeta") || metaclass instanceof ClassValue own && own.foreignBases().stream().anyMatch(Bases::isDeclarativeMeta);
    }

    /** A metaclass of the program that makes the class its own way. */
    static Optional<ClassValue> makingMetaclass(ClassValue type) {
        Stream<Value> said = type.lineage().stream().flatMap(each -> Optional.ofNullable(each.keywords().get("metaclass")).stream());
        Stream<Value> ofBases = type.foreignBases().stream().filter(Value.Construct.class::isInstance).flatMap(base -> ((Value.Construct) base).keyword("metaclass").stream());
        return Stream.concat(said, ofBases).filter(ClassValue.class::isInstance).map(ClassValue.class::cast)
                .filter(metaclass -> Stream.of("__new__", "__init__", "__prepare__", "__call__").anyMatch(name -> metaclass.value(name).isPresent())).findFirst();
    }

    private static boolean decoratedBy(Value decorator, String name) {
        return Terms.is(decorator, name) || Terms.isCall(decorator, name);
    }

    private static boolean isMadeBase(Value base) {
        return Terms.isCall(base, "declarative_base", "generate_base", "automap_base") || isExtensionsModel(base);
    }

    static boolean isExtensionsModel(Value base) {
        return base instanceof Value.Member(var owner, var name) && name.equals("Model") && SqlAlchemyLibrary.isExtension(owner);
    }

    /** Whether tables are named after their classes, as Flask-SQLAlchemy does. */
    boolean namesTables(ClassValue type) {
        return type.foreignBases().stream().anyMatch(Bases::isExtensionsModel);
    }

    private static Optional<Value> mappingDecorator(ClassValue type) {
        return type.decorators().stream().filter(decorator -> decorator instanceof Value.Member(_, var name) && name.startsWith("mapped")
                || Terms.isCall(decorator, "mapped_as_dataclass")).findFirst();
    }

    /** A base that may be a declarative one, and is not known. */
    Optional<Value> unknownBase(ClassValue type) {
        return type.foreignBases().stream().filter(base -> switch (base) {
            case Value.Unknown _ -> true;
            case Value.Symbol(var name) -> !SqlAlchemyLibrary.isHarmless(name);
            case Value.Construct construct -> !isMadeBase(construct) && Terms.name(construct).isEmpty() && !construct.callee().toString().startsWith("builtins.")
                    && !construct.callee().toString().startsWith("collections.") && !construct.callee().toString().startsWith("typing.");
            default -> false;
        }).findFirst();
    }

    MetadataModel metadata(ClassValue type, Location at) {
        Optional<Value> own = type.value("metadata").filter(value -> !(value instanceof Value.Function));
        if (own.isPresent()) {
            return metadata(own.get(), at);
        }
        Optional<Value> registry = type.value("registry").or(() -> type.lineage().stream().flatMap(each -> Optional.ofNullable(each.keywords().get("registry")).stream()).findFirst());
        if (registry.isPresent()) {
            return metadata(new Value.Member(registry.get(), "metadata"), at);
        }
        if (type.foreignBases().contains(SqlModelFields.BASE)) {
            return metadata(SqlAlchemyLibrary.SQLMODELS_METADATA, at);
        }
        return Stream.concat(type.foreignBases().stream(), type.lineage().stream().flatMap(each -> each.decorators().stream()))
                .filter(base -> base instanceof Value.Construct || base instanceof Value.Member)
                .map(base -> base instanceof Value.Member(var owner, _) ? owner : base)
                .map(base -> metadata(new Value.Member(base, "metadata"), at)).findFirst().orElseGet(() -> {
                    used.add(root(type));
                    return MetadataModel.PLAIN;
                });
    }

    private Value root(ClassValue type) {
        return type.lineage().stream().filter(this::isRoot).reduce((_, last) -> last).orElse(type);
    }

    /** {@code Base.metadata.naming_convention = {...}}: said of a {@code MetaData} after it was made. */
    void assign(Value metadata, String name, Value value, Location at) {
        Value holder = holder(metadata);
        if (used.contains(holder)) {
            throw new ModelFault(at, "the " + name + " of the MetaData is set when it has tables already; say it before them");
        }
        switch (holder) {
            case Value.Construct made when Terms.isMade(made, "MetaData") -> made.attributes().put(name, value);
            case Value.Symbol symbol when symbol.equals(SqlAlchemyLibrary.SQLMODELS_METADATA) -> ofSqlModel.put(name, value);
            case Value.Construct owner -> owner.attributes().put("metadata", saying(name, value, at));
            case ClassValue type -> type.attributes().put("metadata", new ClassValue.Attribute(Optional.empty(), Optional.of(saying(name, value, at)), at));
            default -> throw new ModelFault(at, "of which MetaData this is the " + name + " is not known; say it in MetaData()");
        }
    }

    private static Value saying(String name, Value value, Location at) {
        return new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + "MetaData"), List.of(), Map.of(name, value), at);
    }

    private Value holder(Value metadata) {
        return switch (metadata) {
            case Value.Member(ClassValue type, _) -> type.foreignBases().stream().filter(Bases::isMadeBase).findFirst().map(base -> holder(new Value.Member(base, "metadata"))).orElseGet(() -> root(type));
            case Value.Member(Value.Member(var extension, _), _) -> holder(new Value.Member(extension, "metadata"));
            case Value.Member(Value.Construct owner, _) -> owner.keyword("metadata").orElse(owner);
            case Value.Symbol symbol when symbol.equals(SqlAlchemyLibrary.SQLMODELS_METADATA) -> SqlAlchemyLibrary.SQLMODELS_METADATA;
            default -> metadata;
        };
    }

    /** What a value says that stands for a {@code MetaData}. */
    MetadataModel metadata(Value value, Location at) {
        return switch (value) {
            case Value.Construct construct when Terms.isMade(construct, "MetaData") -> made(construct);
            case Value.Symbol symbol when symbol.equals(SqlAlchemyLibrary.SQLMODELS_METADATA) -> {
                used.add(SqlAlchemyLibrary.SQLMODELS_METADATA);
                yield ofSqlModel.containsKey("metadata") ? metadata(ofSqlModel.get("metadata"), at)
                        : made(new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + "MetaData"), List.of(), ofSqlModel, at));
            }
            case Value.Member(ClassValue type, var name) when name.equals("metadata") -> metadata(type, at);
            case Value.Member(ClassValue type, var name) when name.equals("registry") -> metadata(type, at);
            case Value.Member(Value.Construct owner, var name) when name.equals("metadata") -> ofOwner(owner, at);
            case Value.Member(Value.Member(var owner, _), var name) when name.equals("metadata") -> metadata(owner instanceof ClassValue ? new Value.Member(owner, "metadata") : owner, at);
            case Value.Unknown unknown -> throw Terms.fault(unknown, "the MetaData", at);
            default -> MetadataModel.PLAIN;
        };
    }

    /** The metadata of a registry, of a base that a function made, of an extension. */
    private MetadataModel ofOwner(Value.Construct owner, Location at) {
        used.add(owner);
        Optional<Value> assigned = Optional.ofNullable(owner.attributes().get("metadata"));
        if (assigned.isPresent()) {
            return metadata(assigned.get(), at);
        }
        if (owner.callee() instanceof Value.Member(var registry, _) && owner.keyword("metadata").isEmpty()) {
            return metadata(new Value.Member(registry, "metadata"), at);
        }
        Optional<Value> inner = owner.keyword("model_class").or(() -> owner.keyword("cls")).filter(ClassValue.class::isInstance);
        return owner.argument(0, "metadata").or(() -> owner.keyword("metadata")).filter(each -> !each.equals(Value.NONE) && Terms.isMade(each, "MetaData") || each instanceof Value.Member)
                .or(() -> owner.keyword("metadata")).map(each -> metadata(each, at))
                .orElseGet(() -> inner.map(each -> metadata((ClassValue) each, at)).orElse(MetadataModel.PLAIN));
    }

    private MetadataModel made(Value.Construct metadata) {
        used.add(metadata);
        Optional<String> schema = said(metadata, "schema").filter(value -> !value.equals(Value.NONE)).map(value -> Terms.text(value, "the schema of the MetaData", metadata.at()));
        Optional<Value> convention = said(metadata, "naming_convention").filter(value -> !value.equals(Value.NONE));
        if (convention.isPresent() && !(convention.get() instanceof Value.Mapping)) {
            throw Terms.fault(convention.get(), "the naming convention", metadata.at());
        }
        return new MetadataModel(schema, convention.map(value -> (Map<Value, Value>) ((Value.Mapping) value).entries()).orElse(Map.of()));
    }

    private static Optional<Value> said(Value.Construct metadata, String name) {
        return Optional.ofNullable(metadata.attributes().get(name)).or(() -> metadata.keyword(name));
    }

    /** The map from annotations to types that the class's registry has. */
    Map<Value, Value> typeMap(ClassValue type) {
        Optional<Value> own = type.value("type_annotation_map");
        Stream<Value> registries = Stream.concat(type.value("registry").stream(), Stream.concat(type.foreignBases().stream(),
                type.lineage().stream().flatMap(each -> each.decorators().stream())).map(base -> base instanceof Value.Member(var owner, _) ? owner : base));
        return own.or(() -> registries.filter(Value.Construct.class::isInstance).map(Value.Construct.class::cast).flatMap(Bases::typeMaps).findFirst())
                .filter(Value.Mapping.class::isInstance).map(map -> (Map<Value, Value>) ((Value.Mapping) map).entries()).orElse(Map.of());
    }

    private static Stream<Value> typeMaps(Value.Construct made) {
        Stream<Value> inner = made.callee() instanceof Value.Member(Value.Construct registry, _) ? typeMaps(registry) : Stream.empty();
        return Stream.concat(made.keyword("type_annotation_map").stream(), inner);
    }
}
