package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.ClassValue;
import dev.dbwarden.service.source.evaluation.Enumerations;
import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code Enum} makes of its arguments. */
final class Enums {
    private final Program program;
    private final Bases bases;

    Enums(Program program, Bases bases) {
        this.program = program;
        this.bases = bases;
    }

    /** The labels: an enumeration's names, or what {@code values_callable} makes of it. */
    List<String> labels(ResolvedType type) {
        Optional<ClassValue> enumeration = type.enumeration();
        if (enumeration.isEmpty()) {
            List<Value> given = type.arguments().size() == 1 && type.arguments().getFirst() instanceof Value.Sequence(_, var items) ? items : type.arguments();
            return given.stream().map(label -> Terms.text(label, "a label of the enum", type.at())).toList();
        }
        Optional<Value> callable = type.keyword("values_callable");
        if (callable.isPresent()) {
            Value labels = program.call(callable.get(), List.of(enumeration.get()), Map.of(), type.at());
            return program.items(labels).orElseThrow(() -> Terms.fault(labels, "what values_callable gives", type.at())).stream()
                    .map(label -> Terms.text(label, "what values_callable gives", type.at())).toList();
        }
        boolean aliases = Optional.ofNullable(type.keywords().get("omit_aliases")).filter(new Value.Truth(false)::equals).isPresent();
        Collection<Value.EnumMember> members = aliases ? Enumerations.allMembers(enumeration.get()).values() : Enumerations.members(enumeration.get());
        return members.stream().map(Value.EnumMember::name).toList();
    }

    boolean isNative(ResolvedType type) {
        return type.dialect().equals("postgresql") || Optional.ofNullable(type.keywords().get("native_enum")).map(value -> Terms.truth(value, "native_enum", type.at())).orElse(true);
    }

    Optional<String> name(ResolvedType type) {
        return type.keyword("name").map(value -> Terms.text(value, "the name of the enum", type.at())).or(() -> type.enumeration().map(each -> each.name().toLowerCase(Locale.ROOT)));
    }

    /** The schema of the type: its own, that of its table where it inherits it, or that of its metadata. */
    Optional<String> schema(ResolvedType type, TableModel table) {
        if (type.flag(Integer.MAX_VALUE, "inherit_schema")) {
            return table.schema();
        }
        return type.keyword("schema").map(value -> Terms.text(value, "the schema of the enum", type.at()))
                .or(() -> type.keyword("metadata").flatMap(value -> bases.metadata(value, type.at()).schema()));
    }

    /** How long the column is where the database has no such type. */
    int length(ResolvedType type) {
        return type.keyword("length").flatMap(Terms::number).orElseGet(() -> labels(type).stream().mapToInt(String::length).max().orElse(0));
    }
}
