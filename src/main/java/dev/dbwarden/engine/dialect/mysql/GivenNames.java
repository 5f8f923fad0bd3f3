package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.ForeignKey;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.TablePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that a server gives to foreign keys and conditions without one, also where two are alike. */
final class GivenNames {
    private GivenNames() {}

    static List<TablePart> of(List<TablePart> parts, ObjectName table, Variant variant) {
        var taken = new HashSet<String>();
        parts.stream().filter(part -> part instanceof ForeignKey || part instanceof Check).map(TablePart::name).map(ImplicitKeys::folded).forEach(taken::add);
        int keys = highest(taken, MadeNames.keyPrefix(table.name()));
        int checks = 0;
        var named = new ArrayList<TablePart>();
        for (TablePart part : parts) {
            switch (part) {
                case ForeignKey key when key.name().isEmpty() -> named.add(key.withName(MadeNames.keyPrefix(table.name()) + ++keys));
                case Check check when check.name().isEmpty() -> {
                    String name;
                    do {
                        name = variant.checkPrefix(table.name()) + ++checks;
                    } while (!taken.add(ImplicitKeys.folded(name)));
                    named.add(check.withName(name));
                }
                default -> named.add(part);
            }
        }
        return named;
    }

    /** The highest number of a foreign key that the server has named (InnoDB, dict_table_get_highest_foreign_id). */
    private static int highest(Set<String> taken, String keyPrefix) {
        String prefix = ImplicitKeys.folded(keyPrefix);
        return taken.stream().filter(name -> name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d{1,6}"))
                .mapToInt(name -> Integer.parseInt(name.substring(prefix.length()))).max().orElse(0);
    }
}
