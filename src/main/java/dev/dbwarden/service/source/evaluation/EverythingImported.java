package dev.dbwarden.service.source.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules outside of the program whose names were all imported. Of Python's own ones it is known which names those are, of others it is not: they
 * are taken to have a name that none of Python's has, and {@link #SHARED those} that SQLAlchemy has too. The last module counts.
 */
final class EverythingImported {
    private static final Set<String> TYPING = Set.of("""
            Annotated Any Callable ClassVar Concatenate DefaultDict Deque Dict Final FrozenSet Generic Iterable Iterator List Literal Mapping
            MutableMapping NamedTuple NewType Optional ParamSpec Protocol Self Sequence Set Text Tuple Type TypedDict TypeAlias TypeVar Union
            TYPE_CHECKING cast overload
            """.strip().split("\\s+"));
    private static final Map<String, Set<String>> PYTHONS = Map.of("typing", TYPING, "typing_extensions", TYPING,
            "enum", Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique"), "datetime", Set.of("date", "datetime", "time", "timedelta", "timezone"),
            "decimal", Set.of("Decimal"), "uuid", Set.of("UUID", "uuid1", "uuid4"), "dataclasses", Set.of("dataclass", "field"));
    private static final Set<String> SHARED = Set.of("Enum", "Sequence", "Text", "cast", "time", "UUID");

    private final List<String> modules = new ArrayList<>();

    void add(String module) {
        modules.add(module);
    }

    void addAll(EverythingImported others) {
        modules.addAll(others.modules);
    }

    /** The module that the name may come from. */
    Optional<String> moduleOf(String name) {
        boolean pythons = modules.stream().anyMatch(module -> has(module, name)) && !SHARED.contains(name);
        return modules.reversed().stream().filter(module -> PYTHONS.containsKey(module) ? has(module, name) : !pythons).findFirst();
    }

    private static boolean has(String module, String name) {
        return PYTHONS.getOrDefault(module, Set.of()).contains(name);
    }
}
