package dev.dbwarden.service.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dbwarden.engine.dialect.Dialect;
import dev.dbwarden.engine.dialect.Strategy;
import dev.dbwarden.engine.lint.Linting;
import dev.dbwarden.engine.lint.Rule;
import dev.dbwarden.engine.lint.Rules;
import dev.dbwarden.engine.lint.TableSize;
import dev.dbwarden.service.api.Mistake;
import dev.dbwarden.service.api.ProblemException;
import dev.dbwarden.service.api.ProblemType;
import dev.dbwarden.service.api.SourceText;
import dev.dbwarden.service.document.Limits;
import dev.dbwarden.service.document.Path;
import dev.dbwarden.service.layout.Layout;
import dev.dbwarden.service.layout.Layouts;
import dev.dbwarden.service.snapshot.Snapshot;
import dev.dbwarden.service.source.Model;
import dev.dbwarden.service.source.Sources;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts that every request about a schema has. */
final class Inputs {
    static final String DEFAULT_DATABASE = "primary";

    private Inputs() {}

    static Optional<Baseline> snapshot(Optional<JsonNode> node, Limits limits) {
        return node.map(document -> Baseline.of(document, Path.of("snapshot"), limits));
    }

    static Model model(Optional<JsonNode> model, List<SourceText> sources, Dialect dialect, Limits limits) {
        if (model.isPresent() && !sources.isEmpty()) {
            throw malformed("/sources", "the request has both a model and sources", "send one of them");
        }
        if (sources.isEmpty()) {
            return Sources.read(model.orElseThrow(() -> malformed("/model", "the model is missing", "send 'model', or 'sources'")), Path.of("model"), dialect, limits);
        }
        return Sources.read(sources, dialect, limits);
    }

    /** What the migration is looked at for, and what is known of the tables' sizes. */
    static Linting linting(List<String> lint, Snapshot current) {
        return new Linting(habits(lint), current.sizes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, size -> new TableSize(size.getValue().rows(), size.getValue().bytes()))));
    }

    /** The codes of the good habits that are asked for: by code, or {@code habits} for all. */
    private static Set<String> habits(List<String> lint) {
        List<String> known = Rules.all().stream().filter(rule -> rule.about().habit()).map(Rule::code).toList();
        lint.stream().filter(word -> !word.equals("habits") && !known.contains(word)).findFirst().ifPresent(word -> {
            throw malformed("/lint", "'" + word + "' is not looked at on request", "send habits, or some of " + String.join(", ", known));
        });
        return Set.copyOf(lint.contains("habits") ? known : lint);
    }

    /** What the request's strategy is in this dialect. */
    static Strategy strategy(Dialect dialect, Optional<String> strategy) {
        Strategy wanted = strategy.map(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "direct" -> Strategy.DIRECT;
            case "online" -> Strategy.ONLINE;
            default -> throw malformed("/strategy", "'" + word + "' is not known", "send direct or online");
        }).orElse(Strategy.DIRECT);
        if (dialect.spelling(wanted).isEmpty()) {
            String message = dialect.name() + " has no strategy '" + strategy.orElseThrow() + "'";
            throw new ProblemException(ProblemType.UNSUPPORTED, message, List.of(Mistake.at("/strategy", message).fixedBy("leave it out, or send direct")));
        }
        return wanted;
    }

    /** Whether the request asks for two migrations. */
    static boolean inPhases(Optional<String> phases) {
        phases.filter(word -> !word.equals("expand_contract")).ifPresent(word -> {
            throw malformed("/phases", "'" + word + "' is not known", "send expand_contract, or leave it out");
        });
        return phases.isPresent();
    }

    static Layout layout(Optional<String> requested) {
        return requested.map(name -> Layouts.find(name).orElseThrow(() -> {
            String known = String.join(", ", Layouts.all().stream().map(Layout::name).toList());
            return new ProblemException(ProblemType.UNSUPPORTED, "there is no layout '" + name + "' here; supported: " + known,
                    List.of(Mistake.at("/layout", "unknown layout").fixedBy("send one of " + known + ", or leave it out")));
        })).orElseGet(Layouts::first);
    }

    /** The database's name: the request's, else the snapshot's; both have to be one. It becomes part of a file's name. */
    static String database(Optional<String> requested, Optional<String> snapshots) {
        requested.filter(name -> !isPlain(name)).ifPresent(name -> {
            throw malformed("/database", "'" + name + "' is no name for a database here", "use letters, digits, '_', '-' and '.', at most 63");
        });
        if (requested.isPresent() && snapshots.isPresent() && !requested.equals(snapshots)) {
            String message = "the snapshot is of database %s, and the request is about %s".formatted(snapshots.get(), requested.get());
            throw new ProblemException(ProblemType.INVALID_SNAPSHOT, message,
                    List.of(Mistake.at("/snapshot/database", message).fixedBy("send the snapshot of that database")));
        }
        return requested.or(() -> snapshots.filter(Inputs::isPlain)).orElse(DEFAULT_DATABASE);
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.length() <= 63 && name.charAt(0) != '.' && name.chars().allMatch(c ->
                c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.');
    }

    static ProblemException malformed(String pointer, String message, String fix) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, message, List.of(Mistake.at(pointer, message).fixedBy(fix)));
    }
}
