package dev.dbwarden.engine.dialect.clickhouse;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.sql.SqlException;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import dev.dbwarden.engine.sql.TokenStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a type and spells it as the server does ({@code system.data_type_families} of 26.5): {@code integer} is {@code Int32}. */
final class TypeSpelling {
    private static final Map<String, String> ALIASES = aliases("""
            bigint=Int64 bigint_signed=Int64 bigint_unsigned=UInt64 binary=FixedString binary_large_object=String binary_varying=String bit=UInt64 blob=String
            byte=Int8 bytea=String char=String char_large_object=String char_varying=String character=String character_large_object=String
            character_varying=String clob=String dec=Decimal double=Float64 double_precision=Float64 enum=Enum fixed=Decimal float=Float32
            inet4=IPv4 inet6=IPv6 int=Int32 int_signed=Int32 int_unsigned=UInt32 int1=Int8 int1_signed=Int8 int1_unsigned=UInt8 integer=Int32
            integer_signed=Int32 integer_unsigned=UInt32 longblob=String longtext=String mediumblob=String mediumint=Int32 mediumint_signed=Int32
            mediumint_unsigned=UInt32 mediumtext=String national_char=String national_char_varying=String national_character=String
            national_character_large_object=String national_character_varying=String nchar=String nchar_large_object=String nchar_varying=String
            numeric=Decimal nvarchar=String real=Float32 set=UInt64 signed=Int64 single=Float32 smallint=Int16 smallint_signed=Int16 smallint_unsigned=UInt16
            text=String timestamp=DateTime tinyblob=String tinyint=Int8 tinyint_signed=Int8 tinyint_unsigned=UInt8 tinytext=String unsigned=UInt64
            varbinary=String varchar=String varchar2=String year=UInt16 bool=Bool boolean=Bool
            date=Date date32=Date32 datetime=DateTime datetime32=DateTime datetime64=DateTime64 decimal=Decimal decimal32=Decimal32 decimal64=Decimal64
            decimal128=Decimal128 decimal256=Decimal256 time=Time time64=Time64 json=JSON geometry=Geometry""");
    private static final Set<String> KNOWN = Set.of("AggregateFunction", "Array", "BFloat16", "Bool", "Date", "Date32", "DateTime", "DateTime64", "Decimal",
            "Decimal32", "Decimal64", "Decimal128", "Decimal256", "Dynamic", "Enum", "Enum8", "Enum16", "FixedString", "Float32", "Float64", "Geometry", "IPv4", "IPv6",
            "Int8", "Int16", "Int32", "Int64", "Int128", "Int256", "IntervalDay", "IntervalHour", "IntervalMicrosecond", "IntervalMillisecond", "IntervalMinute",
            "IntervalMonth", "IntervalNanosecond", "IntervalQuarter", "IntervalSecond", "IntervalWeek", "IntervalYear", "JSON", "LineString", "LowCardinality",
            "Map", "MultiLineString", "MultiPolygon", "Nested", "Nothing", "Nullable", "Object", "Point", "Polygon", "QBit", "Ring", "SimpleAggregateFunction",
            "String", "Time", "Time64", "Tuple", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128", "UInt256", "UUID", "Variant");
    private static final Map<String, String> DECIMALS = Map.of("Decimal32", "9", "Decimal64", "18", "Decimal128", "38", "Decimal256", "76");
    /** Types that the server gives in names of several words. */
    private static final Set<String> CONTINUATIONS = Set.of("PRECISION", "SIGNED", "UNSIGNED", "VARYING", "LARGE", "OBJECT", "CHAR", "CHARACTER");
    private static final int MAX_DEPTH = 50;

    private final TokenStream in;
    private int depth;

    TypeSpelling(TokenStream in) {
        this.in = in;
    }

    static DataType of(String text) {
        TokenStream in = ClickhouseTokens.of(text);
        DataType type = new TypeSpelling(in).type();
        if (!in.isAtEnd()) {
            throw in.unexpected("the end of the type");
        }
        return type;
    }

    DataType type() {
        String text = spelled();
        int bracket = text.indexOf('(');
        return DataType.builtin(text, bracket < 0 ? text : text.substring(0, bracket));
    }

    private String spelled() {
        Token first = in.peek();
        if (!first.isName()) {
            throw in.unexpected("a type");
        }
        if (++depth > MAX_DEPTH) {
            throw new SqlException("this type is nested too deeply", first.start());
        }
        String name = known(first);
        String spelled = switch (name) {
            case "Decimal" -> decimal();
            case "Decimal32", "Decimal64", "Decimal128", "Decimal256" -> "Decimal(" + DECIMALS.get(name) + ", " + in.parenthesized().strip() + ")";
            case "Enum", "Enum8", "Enum16" -> enumeration(name);
            case "JSON" -> json();
            case "Variant" -> "Variant(" + String.join(", ", new TreeSet<>(types())) + ")";
            case "Tuple", "Nested" -> name + "(" + String.join(", ", elements()) + ")";
            case "Array", "Map", "Nullable", "LowCardinality" -> name + "(" + String.join(", ", types()) + ")";
            case "AggregateFunction", "SimpleAggregateFunction" -> aggregate(name);
            case "DateTime64", "Time64" -> name + "(" + (in.at("(") ? arguments() : "3") + ")";
            case "Dynamic" -> in.at("(") ? dynamic() : name;
            case "QBit" -> name + "(" + String.join(", ", qbit()) + ")";
            case "FixedString", "DateTime", "Object" -> in.at("(") ? name + "(" + arguments() + ")" : name;
            default -> plain(first, name);
        };
        depth--;
        return spelled;
    }

    /** The length of an alias ({@code VARCHAR(255)}, {@code INT(11)}) says nothing. */
    private String plain(Token first, String name) {
        boolean alias = !first.text().equals(name);
        if (in.at("(") && alias) {
            in.parenthesized();
        }
        return name;
    }

    private String known(Token first) {
        in.next();
        var words = new StringBuilder(first.value().toLowerCase(Locale.ROOT));
        while (in.peek().type() == Type.WORD && CONTINUATIONS.contains(in.peek().text().toUpperCase(Locale.ROOT))
                && ALIASES.keySet().stream().anyMatch(alias -> alias.startsWith(words + "_" + in.peek().text().toLowerCase(Locale.ROOT)))) {
            words.append('_').append(in.next().text().toLowerCase(Locale.ROOT));
        }
        String name = KNOWN.contains(first.value()) ? first.value() : ALIASES.get(words.toString());
        if (name == null) {
            throw new SqlException("'" + first.value() + "' is no type of ClickHouse; types are spelled as in system.data_type_families: String, UInt64, DateTime64(3)", first.start());
        }
        if (in.at("(") && Set.of("varchar", "int", "float", "double_precision", "double").contains(words.toString()) && !KNOWN.contains(first.value())) {
            in.parenthesized();
            String more = in.atAny("SIGNED", "UNSIGNED") ? "_" + in.next().text().toLowerCase(Locale.ROOT) : "";
            return ALIASES.getOrDefault(words + more, name);
        }
        return name;
    }

    private String decimal() {
        String[] arguments = in.at("(") ? in.parenthesized().split(",") : new String[] {"10", "0"};
        return "Decimal(" + arguments[0].strip() + ", " + (arguments.length > 1 ? arguments[1].strip() : "0") + ")";
    }

    /** Values without a number follow the one before them; an Enum is as wide as its numbers ask for. */
    private String enumeration(String name) {
        in.expect("(");
        var items = new ArrayList<String>();
        long next = 1;
        boolean wide = false;
        do {
            String label = ClickhouseTokens.content(in.next());
            if (in.accept("=")) {
                boolean negative = in.accept("-");
                next = Long.parseLong(in.next().text()) * (negative ? -1 : 1);
            }
            wide |= next < -128 || next > 127;
            items.add(ClickhouseTokens.literal(label) + " = " + next++);
        } while (in.accept(",") && !in.at(")"));
        in.expect(")");
        return (name.equals("Enum") ? wide ? "Enum16" : "Enum8" : name) + "(" + String.join(", ", items) + ")";
    }

    private List<String> types() {
        var types = new ArrayList<String>();
        in.expect("(");
        do {
            types.add(spelled());
        } while (in.accept(",") && !in.at(")"));
        in.expect(")");
        return types;
    }

    /** The elements of a tuple, with or without names. */
    private List<String> elements() {
        var elements = new ArrayList<String>();
        in.expect("(");
        while (!in.at(")")) {
            boolean named = in.peek(1).isName() && !in.peek(1).is("PRECISION") && !in.peek(1).is("VARYING") && !in.peek(1).is("UNSIGNED");
            elements.add((named ? OperandSpelling.name(in.next().value()) + " " : "") + spelled());
            if (!in.accept(",")) {
                break;
            }
        }
        in.expect(")");
        return elements;
    }

    private String aggregate(String name) {
        in.expect("(");
        var arguments = new ArrayList<String>();
        if (in.peek().type() == Type.NUMBER) {
            // The server fills in the newest version of how states are kept: 1 for sumMap and its like (tried on 26.5).
            String version = in.next().text();
            arguments.addAll(version.equals("1") ? List.of() : List.of(version));
            in.expect(",");
        }
        String function = ClickhouseFunctions.canonical(in.next().value());
        arguments.add(in.at("(") ? function + "(" + arguments() + ")" : function);
        while (in.accept(",")) {
            arguments.add(spelled());
        }
        in.expect(")");
        return name + "(" + String.join(", ", arguments) + ")";
    }

    /** Arguments that are expressions: a precision, a time zone. */
    private String arguments() {
        in.expect("(");
        String list = String.join(", ", new ExpressionSpelling(in).list(")"));
        in.expect(")");
        return list;
    }

    private List<String> qbit() {
        in.expect("(");
        var arguments = new ArrayList<>(List.of(spelled()));
        while (in.accept(",")) {
            arguments.add(in.next().text());
        }
        in.expect(")");
        return arguments;
    }

    private String dynamic() {
        String arguments = arguments();
        return arguments.equals("max_types = 32") ? "Dynamic" : "Dynamic(" + arguments + ")";
    }

    /** Parameters, then typed paths, then what is skipped, as the server orders them; defaults fall out. */
    private String json() {
        if (!in.accept("(")) {
            return "JSON";
        }
        var parameters = new ArrayList<String>();
        var paths = new TreeSet<String>();
        var skipped = new TreeSet<String>();
        var expressions = new TreeSet<String>();
        while (!in.at(")")) {
            if (in.accept("SKIP", "REGEXP")) {
                expressions.add("SKIP REGEXP " + ClickhouseTokens.literal(ClickhouseTokens.content(in.next())));
            } else if (in.accept("SKIP")) {
                skipped.add("SKIP " + path());
            } else if (in.peek(1).is("=")) {
                String parameter = in.next().text();
                in.next();
                parameters.add(parameter + " = " + in.next().text());
            } else {
                String path = path();
                paths.add(path + " " + spelled());
            }
            if (!in.accept(",")) {
                break;
            }
        }
        in.expect(")");
        parameters.removeIf(parameter -> parameter.equals("max_dynamic_paths = 1024") || parameter.equals("max_dynamic_types = 32"));
        var all = new ArrayList<>(parameters.stream().sorted().toList());
        all.addAll(paths);
        all.addAll(skipped);
        all.addAll(expressions);
        return all.isEmpty() ? "JSON" : "JSON(" + String.join(", ", all) + ")";
    }

    private String path() {
        var path = new StringBuilder(in.next().value());
        while (in.accept(".")) {
            path.append('.').append(in.next().value());
        }
        return OperandSpelling.name(path.toString());
    }

    private static Map<String, String> aliases(String pairs) {
        var aliases = new java.util.HashMap<String, String>();
        for (String pair : pairs.strip().split("\\s+")) {
            aliases.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return Map.copyOf(aliases);
    }
}
