package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Value;
import java.util.List;
import java.util.Optional;

/** The types of columns; one that says none has that of the column that its foreign key refers to. */
final class ColumnTypes {
    private static final int LONGEST_CHAIN = 50;

    private final TypeResolver resolver;
    private final References references;

    ColumnTypes(TypeResolver resolver, References references) {
        this.resolver = resolver;
        this.references = references;
    }

    ResolvedType of(ColumnModel column, TableModel table) {
        return of(column, table, 0);
    }

    private ResolvedType of(ColumnModel column, TableModel table, int depth) {
        if (column.type().isPresent()) {
            return resolver.resolve(column.type().get(), column.at());
        }
        if (depth > LONGEST_CHAIN) {
            throw new ModelFault(column.at(), "column '" + column.key() + "' has no type: its foreign key leads back to itself");
        }
        Optional<Tables.Place> target = column.arguments("ForeignKey").stream().map(references::target).findFirst().or(() -> fromConstraint(column, table));
        Tables.Place place = target.orElseThrow(() -> new ModelFault(column.at(), "column '" + column.key() + "' has no type; give it one"));
        return of(place.table().column(place.key()).orElseThrow(), place.table(), depth + 1);
    }

    private Optional<Tables.Place> fromConstraint(ColumnModel column, TableModel table) {
        for (Value.Construct constraint : table.constraints("ForeignKeyConstraint")) {
            List<ColumnModel> columns = references.columns(constraint, table);
            if (columns.contains(column)) {
                return Optional.of(references.targets(constraint).get(columns.indexOf(column)));
            }
        }
        return Optional.empty();
    }
}
