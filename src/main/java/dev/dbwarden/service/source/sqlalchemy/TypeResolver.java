package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the type that a value means in one dialect: through variants, decorators, wrappers and classes of the program. */
final class TypeResolver {
    private static final int DEEPEST = 20;
    private static final Value AUTO_STRING = new Value.Symbol("sqlmodel.AutoString");

    private final Program program;
    private final Compilations compilations;
    private final DialectNames names;

    TypeResolver(Program program, Compilations compilations, DialectNames names) {
        this.program = program;
        this.compilations = compilations;
        this.names = names;
    }

    ResolvedType resolve(Value type, Location at) {
        return resolve(type, at, 0);
    }

    private ResolvedType resolve(Value type, Location at, int depth) {
        if (depth > DEEPEST) {
            throw new ModelFault(at, "the type is wrapped in more than " + DEEPEST + " others");
        }
        return switch (type) {
            case Value.Symbol symbol when !Terms.name(symbol).isEmpty() -> named(new Value.Construct(symbol, List.of(), Map.of(), at), at);
            case Value.Symbol symbol when symbol.equals(AUTO_STRING) -> new ResolvedType("String", isMysql() ? List.of(Value.Number.of(255)) : List.of(), Map.of(), Optional.empty(), at);
            case ClassValue own -> resolve(program.call(own, List.of(), Map.of(), at), at, depth + 1);
            case Value.Construct construct -> constructed(construct, at, depth);
            case Value.Member(ClassValue owner, var name) when owner.value(name).isPresent() -> resolve(owner.value(name).orElseThrow(), at, depth + 1);
            case Value.Function function -> resolve(program.call(function, List.of(), Map.of(), at), at, depth + 1);
            default -> throw type instanceof Value.Symbol ? unknown("the type " + type, type, at) : Terms.fault(type, "the type", at);
        };
    }

    private boolean isMysql() {
        return names.all().contains("mysql");
    }

    private ResolvedType constructed(Value.Construct construct, Location at, int depth) {
        if (Terms.isCall(construct, "with_variant")) {
            return resolve(variant(construct), at, depth + 1);
        }
        if (Terms.isCall(construct, "as_mutable", "type_descriptor", "to_instance", "associate_with") && !construct.arguments().isEmpty()) {
            return resolve(construct.arguments().getFirst(), at, depth + 1);
        }
        if (construct.callee() instanceof Value.Member(var base, var method) && List.of("evaluates_none", "copy", "adapt").contains(method)) {
            return resolve(base, at, depth + 1);
        }
        if (construct.callee().equals(AUTO_STRING)) {
            return construct.arguments().isEmpty() && construct.keywords().isEmpty() ? resolve(AUTO_STRING, at, depth + 1) : new ResolvedType("String", construct.arguments(), construct.keywords(), Optional.empty(), at);
        }
        if (construct.callee() instanceof ClassValue own) {
            return ofClass(construct, own, at, depth);
        }
        if (!Terms.name(construct).isEmpty()) {
            return named(construct, at);
        }
        throw unknown("the type made by " + construct.callee() + "()", construct.callee(), at);
    }

    /** What a type is under {@code with_variant(type, "postgresql", ...)}, of which several may follow each other. */
    private Value variant(Value.Construct type) {
        var variants = new LinkedHashMap<Value, Value>();
        Value plain = type;
        while (plain instanceof Value.Construct call && Terms.isCall(call, "with_variant") && call.callee() instanceof Value.Member(var base, _)) {
            call.arguments().stream().skip(1).forEach(name -> variants.putIfAbsent(name, call.arguments().getFirst()));
            plain = base;
        }
        Value otherwise = plain;
        return names.all().stream().flatMap(name -> Optional.ofNullable(variants.get(new Value.Text(name))).stream()).findFirst().orElse(otherwise);
    }

    private ResolvedType named(Value.Construct construct, Location at) {
        return new ResolvedType(Terms.name(construct), construct.arguments(), construct.keywords(), compilations.text(construct, at), at);
    }

    private static ModelFault unknown(String what, Value type, Location at) {
        return new ModelFault(at, what + " is not known: " + Terms.notSent(type).map(name -> name + " was not sent; send its file too").orElse("it is none of SQLAlchemy's that are read here")
                + ", or say what it is in the database, as with_variant() or as a UserDefinedType");
    }

    /** The index that a package gives each column of the type. */
    Optional<Value.Construct> index(ResolvedType type, TableModel table, ColumnModel column) {
        return type.indexing().map(object -> program.call(program.member(object, "index_of", column.at()),
                List.of(new Value.Text(names.own()), new Value.Text(table.nameText()), new Value.Text(column.nameText())), Map.of(), column.at()))
                .filter(Value.Construct.class::isInstance).map(Value.Construct.class::cast);
    }

    private ResolvedType ofClass(Value.Construct object, ClassValue own, Location at, int depth) {
        ResolvedType type = said(object, own, at, depth);
        return own.value("index_of").isPresent() && Packages.isOne(own.at().file()) ? type.indexedBy(object) : type;
    }

    /** A type of the program's own: it decorates another one, says its name, or inherits from another one. */
    private ResolvedType said(Value.Construct object, ClassValue own, Location at, int depth) {
        Optional<String> compiled = compilations.text(object, at);
        if (compiled.isPresent()) {
            return new ResolvedType(own.name(), List.of(), Map.of(), compiled, at);
        }
        if (own.value("get_col_spec").orElse(Value.NONE) instanceof Value.Function specification) {
            Value text = program.call(specification, List.of(object), Map.of(), at);
            return new ResolvedType(own.name(), List.of(), Map.of(), Optional.of(Terms.text(text, "the type that " + own.name() + " says", at)), at);
        }
        Optional<Value> perDialect = own.value("load_dialect_impl").map(function -> program.call(function, List.of(object, dialectObject(at)), Map.of(), at));
        if (perDialect.isPresent() && !isDefault(perDialect.get())) {
            return resolve(perDialect.get(), at, depth + 1);
        }
        Value.Construct said = object.attributes().get(Value.Construct.PARENT) instanceof Value.Construct parent ? parent : object;
        Optional<Value> implementation = own.value("impl");
        if (implementation.isPresent()) {
            return resolve(implementation.get() instanceof Value.Construct made ? made
                    : new Value.Construct(implementation.get(), said.arguments(), said.keywords(), at), at, depth + 1);
        }
        Value parent = own.foreignBases().stream().filter(base -> !Terms.name(base).isEmpty()).findFirst()
                .orElseThrow(() -> own.foreignBases().stream().filter(base -> Terms.notSent(base).isPresent()).findFirst()
                        .map(base -> unknown("what type class " + own.name() + " is", base, at))
                        .orElseGet(() -> new ModelFault(at, "class " + own.name() + " is no type of SQLAlchemy's: it inherits from none and has no impl")));
        return resolve(new Value.Construct(parent, said.arguments(), said.keywords(), at), at, depth + 1);
    }

    /** {@code return self.impl} and {@code return super().load_dialect_impl(dialect)} leave it as it is. */
    private static boolean isDefault(Value value) {
        return value instanceof Value.Member(_, var name) && (name.equals("impl") || name.equals("impl_instance")) || Terms.isCall(value, "load_dialect_impl");
    }

    /** The object that SQLAlchemy passes to {@code load_dialect_impl}. */
    private Value dialectObject(Location at) {
        var object = new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + "Dialect"), List.of(), Map.of(), at);
        object.attributes().put("name", new Value.Text(names.own()));
        return object;
    }
}
