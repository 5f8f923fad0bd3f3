package dev.dbwarden.service.snapshot;

import dev.dbwarden.engine.diff.RenameHint;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Options;
import dev.dbwarden.engine.schema.PartKey;
import dev.dbwarden.engine.schema.Parts;
import dev.dbwarden.engine.schema.PrimaryKey;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.schema.Unique;
import dev.dbwarden.service.document.Fields;
import dev.dbwarden.service.document.Mistakes;
import dev.dbwarden.service.document.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads one table: its columns, what their flags say of keys and references, and its other parts. */
final class TableReader {
    private final Meaning meaning;
    private final Mistakes mistakes;
    private final References references;
    private final Consumer<String> renames;
    private final PartReader partReader;
    private final ColumnReader columnReader;

    TableReader(Meaning meaning, Mistakes mistakes, References references, Consumer<String> renames) {
        this.meaning = meaning;
        this.mistakes = mistakes;
        this.references = references;
        this.renames = renames;
        this.partReader = new PartReader(meaning, mistakes);
        this.columnReader = new ColumnReader(meaning);
    }

    Table table(ObjectName name, Fields fields) {
        return new OneTable(name, fields).read();
    }

    /** The reading of one table. */
    private final class OneTable {
        private final ObjectName name;
        private final Fields fields;
        private final List<TablePart> parts = new ArrayList<>();
        private final Set<PartKey> keys = new HashSet<>();
        private final Set<String> columns = new LinkedHashSet<>();
        private final List<String> primary = new ArrayList<>();
        private final List<Unique> flaggedUniques = new ArrayList<>();
        private final List<ForeignKey> flaggedReferences = new ArrayList<>();
        private final boolean inherits;

        OneTable(ObjectName name, Fields fields) {
            this.name = name;
            this.fields = fields;
            this.inherits = meaning.takesColumns(PartReader.options(fields));
        }

        Table read() {
            fields.objects("columns", Keys.COLUMN, this::column);
            if (columns.isEmpty() && !inherits && references.areChecked()) {
                mistakes.add(fields.has("columns") ? fields.at("columns") : fields.at(), "table " + name + " has no columns", "give it at least one, or leave the table out");
            }
            primaryKey();
            uniques();
            fields.items("checks", (at, node) -> partReader.check(at, node).ifPresent(check -> add(check, at)));
            fields.items("exclusions", Keys.EXCLUSION, each -> add(partReader.exclusion(each), each.at()));
            foreignKeys();
            fields.items("indexes", Keys.INDEX, this::index);
            fields.object("statistics", Keys.STATISTICS).ifPresent(each -> Keys.STATISTICS.stream().sorted().forEach(each::count));
            Options options = PartReader.options(fields);
            references.table(name, columns, inherits);
            return new Table(name, Parts.of(parts), options, fields.text("comment"));
        }

        private void column(String column, Fields each) {
            columns.add(column);
            parts.add(columnReader.column(column, each));
            each.text("renamed_from").ifPresent(from -> renames.accept(RenameHint.part(name, from, column)));
            if (each.flag("primary_key", false)) {
                primary.add(column);
            }
            if (each.flag("unique", false)) {
                flaggedUniques.add(new Unique("", List.of(column), Options.NONE));
            }
            for (String field : List.of("foreign_key", "references")) {
                if (each.has(field)) {
                    reference(column, each, field);
                }
            }
        }

        private void reference(String column, Fields each, String field) {
            if (each.find(field).isTextual()) {
                ForeignKey key = partReader.reference(column, each, field, each.text(field).orElse(""));
                flaggedReferences.add(key);
                references.check(key, each.at(field), each.at(field));
                return;
            }
            each.object(field, Keys.FOREIGN_KEY).ifPresent(object -> {
                ForeignKey key = partReader.foreignKey(object, List.of(column));
                flaggedReferences.add(key);
                references.check(key, object.at("referenced_table"), object.at("referenced_columns"));
            });
        }

        private void primaryKey() {
            fields.object("primary_key", Keys.CONSTRAINT).ifPresentOrElse(object -> {
                PrimaryKey key = partReader.primaryKey(object);
                known(key.columns(), object.at("columns"));
                if (!primary.isEmpty() && !Set.copyOf(primary).equals(flaggable(key.columns()))) {
                    object.mistake("columns", "the primary key of table %s is (%s) here and (%s) by its columns' flags".formatted(
                            name, String.join(", ", key.columns()), String.join(", ", primary)));
                }
                add(key, object.at());
            }, () -> {
                if (!primary.isEmpty()) {
                    add(new PrimaryKey("", primary, Options.NONE), fields.at("columns"));
                }
            });
        }

        /** The columns that can have flags: of an heir those that are not its parents'. */
        private Set<String> flaggable(List<String> keyed) {
            return keyed.stream().filter(column -> !inherits || columns.contains(column)).collect(Collectors.toSet());
        }

        private void uniques() {
            var spelled = new HashSet<List<String>>();
            fields.items("uniques", Keys.CONSTRAINT, each -> {
                Unique unique = partReader.unique(each);
                known(unique.columns(), each.at("columns"));
                spelled.add(unique.columns());
                add(unique, each.at());
            });
            flaggedUniques.stream().filter(unique -> !spelled.contains(unique.columns())).forEach(unique -> add(unique, fields.at("columns")));
        }

        private void foreignKeys() {
            var spelled = new HashSet<List<Object>>();
            fields.items("foreign_keys", Keys.FOREIGN_KEY, each -> {
                ForeignKey key = partReader.foreignKey(each);
                known(key.columns(), each.at("columns"));
                references.check(key, each.at("referenced_table"), each.at("referenced_columns"));
                spelled.add(List.of(key.columns(), key.target()));
                add(key, each.at());
            });
            flaggedReferences.stream().filter(key -> !spelled.contains(List.of(key.columns(), key.target()))).forEach(key -> add(key, fields.at("columns")));
        }

        private void index(Fields each) {
            Index index = partReader.index(each);
            known(index.columns(), each.at(each.has("keys") ? "keys" : "columns"));
            known(index.include(), each.at("include"));
            add(index, each.at());
        }

        private void known(List<String> used, Path at) {
            for (String column : used) {
                if (!columns.contains(column) && !inherits && references.areChecked()) {
                    mistakes.add(at, "table " + name + " has no column " + column, "its columns: " + String.join(", ", columns));
                }
            }
        }

        private void add(TablePart part, Path at) {
            if (keys.add(part.partKey())) {
                parts.add(part);
                return;
            }
            mistakes.add(at, part instanceof PrimaryKey ? "table " + name + " has two primary keys"
                    : "table %s has two %s %s".formatted(name, part.kind().plural(), part.name().isEmpty() ? "of one content" : "of the name " + part.name()));
        }
    }
}
