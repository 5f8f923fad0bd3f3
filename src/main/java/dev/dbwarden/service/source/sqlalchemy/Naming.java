package dev.dbwarden.service.source.sqlalchemy;

import dev.dbwarden.service.source.evaluation.Program;
import dev.dbwarden.service.source.evaluation.Value;
import dev.dbwarden.service.source.python.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of constraints and indexes: as given, or as the naming convention of the metadata makes them. After {@code sqlalchemy.sql.naming}. */
final class Naming {
    private static final Pattern TOKEN = Pattern.compile("%\\((\\w+)\\)s");
    private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(\\d+)(_?N)?(?:_(name|key|label))?");
    private static final String DEFAULT_INDEX = "ix_%(column_0_label)s";

    private final Program program;
    private final int longest;

    Naming(Program program, int longest) {
        this.program = program;
        this.longest = longest;
    }

    /** What a name may be made of. */
    record Subject(String prefix, Optional<Value> given, TableModel table, List<ColumnModel> columns, Optional<TableModel> referred, List<ColumnModel> referredColumns, Location at) {
        Subject(String prefix, Optional<Value> given, TableModel table, List<ColumnModel> columns, Location at) {
            this(prefix, given, table, columns, Optional.empty(), List.of(), at);
        }
    }

    /** The name, or nothing, where the database names it. */
    Optional<String> name(Subject subject) {
        Optional<Value> given = subject.given().filter(value -> !value.equals(Value.NONE) && !Terms.name(value).equals("_NONE_NAME"));
        Optional<String> convention = convention(subject);
        boolean fixed = given.filter(value -> Terms.isMade(value, "conv")).isPresent();
        if (given.isPresent() && (fixed || convention.filter(each -> each.contains("constraint_name")).isEmpty())) {
            return Optional.of(checked(Terms.text(given.get(), "the name", subject.at()), subject.at()));
        }
        if (convention.isEmpty() || given.isEmpty() && convention.get().contains("%(constraint_name)s")) {
            return Optional.empty();
        }
        return Optional.of(shortened(filled(convention.get(), subject)));
    }

    private Optional<String> convention(Subject subject) {
        Map<Value, Value> conventions = subject.table().metadata().convention();
        Value convention = conventions.get(new Value.Text(subject.prefix()));
        if (convention == null) {
            return subject.prefix().equals("ix") ? Optional.of(DEFAULT_INDEX) : Optional.empty();
        }
        return Optional.of(Terms.text(convention, "the naming convention '" + subject.prefix() + "'", subject.at()));
    }

    private String filled(String convention, Subject subject) {
        Matcher matcher = TOKEN.matcher(convention);
        var name = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(name, Matcher.quoteReplacement(token(matcher.group(1), subject)));
        }
        return matcher.appendTail(name).toString();
    }

    private String token(String token, Subject subject) {
        Value own = subject.table().metadata().convention().get(new Value.Text(token));
        if (own instanceof Value.Function) {
            return Terms.text(program.call(own, List.of(constraint(subject), table(subject.table(), subject.at())), Map.of(), subject.at()), "what the naming convention's '" + token + "' gives", subject.at());
        }
        return switch (token) {
            case "table_name" -> subject.table().nameText();
            case "constraint_name" -> subject.given().flatMap(Terms::text).orElse("");
            case "referred_table_name" -> subject.referred().map(TableModel::nameText).orElse("");
            default -> columns(token, subject);
        };
    }

    /** The objects that SQLAlchemy passes to a function of the convention. */
    private static Value constraint(Subject subject) {
        var columns = new LinkedHashMap<Value, Value>();
        subject.columns().forEach(column -> columns.put(new Value.Text(column.key()), column(column, subject.at())));
        var elements = new ArrayList<Value>();
        for (int i = 0; i < subject.referredColumns().size(); i++) {
            ColumnModel target = subject.referredColumns().get(i);
            elements.add(object("ForeignKey", Map.of("parent", column(subject.columns().get(i), subject.at()), "column", column(target, subject.at()),
                    "target_fullname", new Value.Text(subject.referred().map(TableModel::fullName).orElse("") + "." + target.key())), subject.at()));
        }
        var attributes = new LinkedHashMap<String, Value>(Map.of("columns", new Value.Mapping(columns), "elements", Value.Sequence.list(elements), "name", subject.given().orElse(Value.NONE)));
        subject.referred().ifPresent(referred -> attributes.put("referred_table", table(referred, subject.at())));
        return object("Constraint", attributes, subject.at());
    }

    private static Value table(TableModel table, Location at) {
        return object("Table", Map.of("name", new Value.Text(table.nameText()), "schema", table.schema().map(schema -> (Value) new Value.Text(schema)).orElse(Value.NONE)), at);
    }

    private static Value column(ColumnModel column, Location at) {
        return object("Column", Map.of("name", new Value.Text(column.nameText()), "key", new Value.Text(column.key())), at);
    }

    private static Value object(String kind, Map<String, Value> attributes, Location at) {
        var object = new Value.Construct(new Value.Symbol(SqlAlchemyLibrary.ROOT + kind), List.of(), Map.of(), at);
        object.attributes().putAll(attributes);
        return object;
    }

    private static String columns(String token, Subject subject) {
        Matcher matcher = COLUMN.matcher(token);
        if (!matcher.matches()) {
            throw new ModelFault(subject.at(), "the naming convention's '" + token + "' is not known; SQLAlchemy's own ones are, and functions in the model");
        }
        boolean referred = matcher.group(1) != null;
        List<ColumnModel> columns = referred ? subject.referredColumns() : subject.columns();
        String form = Optional.ofNullable(matcher.group(4)).orElse("key");
        TableModel table = referred ? subject.referred().orElse(subject.table()) : subject.table();
        if (matcher.group(3) != null) {
            return columns.stream().map(column -> shown(column, table, form)).collect(Collectors.joining(matcher.group(3).equals("_N") ? "_" : ""));
        }
        int index = Integer.parseInt(matcher.group(2));
        return index < columns.size() ? shown(columns.get(index), table, form) : "";
    }

    private static String shown(ColumnModel column, TableModel table, String form) {
        return switch (form) {
            case "name" -> column.nameText();
            case "label" -> table.schema().map(schema -> schema.replace('.', '_') + "_").orElse("") + table.nameText() + "_" + column.nameText();
            default -> column.key();
        };
    }

    /** A name that is too long is cut, and told apart by four digits of its hash. */
    private String shortened(String name) {
        return name.length() <= longest ? name : name.substring(0, longest - 8) + "_" + hash(name);
    }

    private static String hash(String name) {
        try {
            String hex = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8)));
            return hex.substring(hex.length() - 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String checked(String name, Location at) {
        if (name.length() > longest) {
            throw new ModelFault(at, "the name '" + name + "' is longer than the " + longest + " characters that the database keeps; shorten it");
        }
        return name;
    }
}
