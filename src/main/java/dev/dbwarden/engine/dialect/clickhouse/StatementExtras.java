package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.DefinedObject;
import dev.dbwarden.engine.schema.Namespace;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SchemaObject;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.View;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What statements say that no server keeps: on which cluster they run, and settings that hold while they do. Both stay in models and
 * snapshots as options, and are no part of what is compared.
 *
 * @param clusters by object, the cluster that its statements run on
 * @param settings by table, the settings behind its CREATE TABLE
 */
record StatementExtras(Map<ObjectName, String> clusters, Map<ObjectName, Map<String, String>> settings) {
    static final StatementExtras NONE = new StatementExtras(Map.of(), Map.of());
    static final String CLUSTER = "cluster";
    static final String SETTING = "statement_setting.";

    static StatementExtras of(Schema before, Schema after) {
        var clusters = new HashMap<ObjectName, String>();
        var settings = new HashMap<ObjectName, Map<String, String>>();
        before.objects().forEach(object -> note(object, clusters, settings));
        after.objects().forEach(object -> note(object, clusters, settings));
        return clusters.isEmpty() && settings.isEmpty() ? NONE : new StatementExtras(clusters, settings);
    }

    private static void note(SchemaObject object, Map<ObjectName, String> clusters, Map<ObjectName, Map<String, String>> settings) {
        Options options = options(object);
        options.find(CLUSTER).ifPresent(cluster -> clusters.put(object.name(), cluster));
        var own = new TreeMap<String, String>();
        options.values().forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                own.put(name.substring(SETTING.length()), value);
            }
        });
        if (!own.isEmpty()) {
            settings.put(object.name(), own);
        }
    }

    private static Options options(SchemaObject object) {
        return switch (object) {
            case Table table -> table.options();
            case View view -> view.options();
            case Namespace namespace -> namespace.options();
            case DefinedObject defined -> cluster(defined).map(cluster -> Options.of(CLUSTER, cluster)).orElse(Options.NONE);
            default -> Options.NONE;
        };
    }

    /** A definition keeps the cluster in its text. */
    private static Optional<String> cluster(DefinedObject defined) {
        TokenStream in = ClickhouseTokens.of(defined.definition().sql());
        while (!in.isAtEnd()) {
            if (in.accept("ON", "CLUSTER")) {
                return Optional.of(ClickhouseNames.cluster(in));
            }
            in.next();
        }
        return Optional.empty();
    }

    Optional<String> cluster(ObjectName name) {
        return Optional.ofNullable(clusters.get(name));
    }

    Map<String, String> settings(ObjectName table) {
        return settings.getOrDefault(table, Map.of());
    }

    /** Options as a server keeps them. */
    static Options kept(Options options) {
        if (options.values().keySet().stream().noneMatch(StatementExtras::isExtra)) {
            return options;
        }
        var kept = new LinkedHashMap<>(options.values());
        kept.keySet().removeIf(StatementExtras::isExtra);
        return new Options(kept);
    }

    static boolean isExtra(String option) {
        return option.equals(CLUSTER) || option.startsWith(SETTING);
    }
}
