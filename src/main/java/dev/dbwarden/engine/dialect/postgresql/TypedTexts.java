package dev.dbwarden.engine.dialect.postgresql;

import dev.dbwarden.engine.schema.Check;
import dev.dbwarden.engine.schema.Column;
import dev.dbwarden.engine.schema.Domain;
import dev.dbwarden.engine.schema.Exclusion;
import dev.dbwarden.engine.schema.Generated;
import dev.dbwarden.engine.schema.Index;
import dev.dbwarden.engine.schema.ObjectName;
import dev.dbwarden.engine.schema.Schema;
import dev.dbwarden.engine.schema.SqlText;
import dev.dbwarden.engine.schema.Table;
import dev.dbwarden.engine.schema.TablePart;
import dev.dbwarden.engine.sql.ExpressionRules;
import dev.dbwarden.engine.sql.Expressions;
import dev.dbwarden.engine.sql.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expressions of a table in the light of its columns' types: without the casts that the server adds for them. */
final class TypedTexts {
    /** Only casts and literals mean something else where types are known. */
    private static final Pattern TYPED = Pattern.compile("::|'|(?i:\\bcast\\b)");

    private static final Pattern CONDITION = Pattern.compile("(.* where \\( )(.*) \\)", Pattern.DOTALL);

    private final Supplier<OperandTypes> types;
    /** Most tables have no expression, and need none. */
    private Optional<ExpressionRules> rules = Optional.empty();

    private TypedTexts(Supplier<OperandTypes> types) {
        this.types = types;
    }

    /** Of a table's columns, and of those that it has from its parents. */
    static TypedTexts of(Table table, Schema schema) {
        return new TypedTexts(() -> {
            var columns = new HashMap<String, List<TypeName>>();
            collect(table, schema, columns);
            return new OperandTypes(columns);
        });
    }

    /** Of a domain, whose checks call the value so. */
    static TypedTexts of(Domain domain, Schema schema) {
        return new TypedTexts(() -> new OperandTypes(Map.of("value", OperandTypes.of(domain.type(), schema))));
    }

    private static void collect(Table table, Schema schema, Map<String, List<TypeName>> types) {
        table.columns().forEach(column -> types.putIfAbsent(Postgresql.QUOTING.name(column.name()), OperandTypes.of(column.type(), schema)));
        table.parents().map(ObjectName::parse).filter(parent -> !parent.equals(table.name())).flatMap(parent -> schema.table(parent).stream()).forEach(parent -> collect(parent, schema, types));
    }

    /** The part, the very same where no cast falls away. */
    TablePart part(TablePart part) {
        return switch (part) {
            case Check check -> {
                SqlText condition = text(check.condition());
                yield condition == check.condition() ? check : new Check(check.name(), condition, check.options());
            }
            case Column column when column.generated().isPresent() -> {
                Generated generated = column.generated().get();
                SqlText expression = text(generated.expression());
                yield expression == generated.expression() ? column : column.withGenerated(Optional.of(new Generated(expression, generated.stored())));
            }
            case Index index when index.texts().stream().anyMatch(text -> text(text) != text) -> new Index(index.name(), index.unique(), index.method(),
                    index.keys().stream().map(key -> new Index.Key(key.column(), key.expression().map(this::text), key.modifiers())).toList(), index.include(),
                    index.where().map(this::text), index.options(), index.written());
            case Exclusion exclusion -> {
                SqlText definition = condition(exclusion.definition());
                yield definition == exclusion.definition() ? exclusion : new Exclusion(exclusion.name(), definition);
            }
            default -> part;
        };
    }

    Domain domain(Domain domain) {
        var checks = new ArrayList<Check>();
        domain.checks().forEach(check -> checks.add((Check) part(check)));
        return checks.equals(domain.checks()) ? domain : new Domain(domain.name(), domain.type(), domain.nullable(), domain.defaultValue(), domain.collation(), checks, domain.comment());
    }

    /** An exclusion, whose condition stands last. */
    private SqlText condition(SqlText text) {
        Matcher condition = CONDITION.matcher(text.canonical());
        if (!condition.matches() || !TYPED.matcher(condition.group(2)).find()) {
            return text;
        }
        String canonical = condition.group(1) + Expressions.canonical(condition.group(2), rules()) + " )";
        return canonical.equals(text.canonical()) ? text : new SqlText(text.sql(), canonical, text.words(), text.lexicon());
    }

    private SqlText text(SqlText text) {
        if (!TYPED.matcher(text.sql()).find()) {
            return text;
        }
        String canonical = Expressions.canonical(text.sql(), rules());
        return canonical.equals(text.canonical()) ? text : new SqlText(text.sql(), canonical, text.words(), text.lexicon());
    }

    private ExpressionRules rules() {
        ExpressionRules known = rules.orElseGet(() -> PostgresqlExpressions.rules(types.get()));
        rules = Optional.of(known);
        return known;
    }
}
