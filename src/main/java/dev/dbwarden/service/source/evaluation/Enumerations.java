package dev.dbwarden.service.source.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Enumerations of the program. */
public final class Enumerations {
    private static final Set<String> BASES = Set.of("enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag");

    private Enumerations() {}

    public static boolean isOne(ClassValue type) {
        return type.foreignBases().stream().anyMatch(base -> base instanceof Value.Symbol symbol && BASES.contains(symbol.name()));
    }

    /** The members in their order; a name for a value that another has is an alias, and only in {@link #allMembers}. */
    public static List<Value.EnumMember> members(ClassValue type) {
        var members = new LinkedHashMap<Value, Value.EnumMember>();
        allMembers(type).values().forEach(member -> members.putIfAbsent(member.value(), member));
        return List.copyOf(members.values());
    }

    /** All members by their names. */
    public static SequencedMap<String, Value.EnumMember> allMembers(ClassValue type) {
        if (type.members().isEmpty()) {
            boolean texts = type.foreignBases().contains(new Value.Symbol("enum.StrEnum"));
            long last = 0;
            for (var entry : type.attributes().entrySet()) {
                Optional<Value> value = entry.getValue().value().filter(each -> isMember(entry.getKey(), each)).map(Enumerations::plain);
                if (value.isPresent()) {
                    Value known = isAuto(value.get()) ? automatic(entry.getKey(), texts, last) : value.get();
                    last = known instanceof Value.Number number ? Math.max(last, number.value().longValue()) : last;
                    type.members().put(entry.getKey(), new Value.EnumMember(type, entry.getKey(), known));
                }
            }
        }
        return type.members();
    }

    /** The member of that name; an alias is the member whose value it has. */
    static Optional<Value> member(ClassValue type, String name) {
        return Optional.ofNullable(allMembers(type).get(name)).map(member -> allMembers(type).values().stream()
                .filter(other -> other.value().equals(member.value())).findFirst().orElse(member));
    }

    private static boolean isMember(String name, Value value) {
        boolean isCode = value instanceof Value.Function || value instanceof ClassValue
                || value instanceof Value.Construct construct && construct.arguments().stream().anyMatch(Value.Function.class::isInstance);
        return !name.startsWith("_") && !isCode;
    }

    private static boolean isAuto(Value value) {
        return value instanceof Value.Construct construct && construct.callee().equals(new Value.Symbol("enum.auto"));
    }

    private static Value automatic(String name, boolean texts, long last) {
        return texts ? new Value.Text(name.toLowerCase(Locale.ROOT)) : Value.Number.of(last + 1);
    }

    /** {@code member(value)} is the value. */
    private static Value plain(Value value) {
        return value instanceof Value.Construct construct && construct.callee().equals(new Value.Symbol("enum.member")) && construct.arguments().size() == 1
                ? construct.arguments().getFirst() : value;
    }
}
