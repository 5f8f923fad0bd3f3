package dev.dbwarden.service.source.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts: how values are shown in them, and what their methods give. */
final class Texts {
    private static final Pattern PERCENT = Pattern.compile("%(?:\\((\\w+)\\))?([-+ 0#]*)(\\d*(?:\\.\\d+)?)(.)");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}|\\{(\\w*)(?:!([rsa]))?(?::([^{}]*))?}");
    private static final Pattern FORMAT = Pattern.compile("(0?)(\\d*)(?:\\.(\\d+))?[sdf]?");

    /** How many arguments are understood of a method; with more it gives something else. */
    private static final Map<String, Integer> MOST = Map.of("replace", 2, "startswith", 1, "endswith", 1);

    private static final int DEEPEST = 30;

    private Texts() {}

    /** A constant as {@code str} shows it. */
    static Optional<String> shown(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Number _, Value.Truth _, Value.Nothing _ -> Optional.of(value.toString());
            case Value.EnumMember(var type, var name, var inner) -> type.foreignBases().contains(new Value.Symbol("enum.StrEnum"))
                    || type.foreignBases().contains(new Value.Symbol("enum.IntEnum")) ? shown(inner) : Optional.of(type.name() + "." + name);
            case ClassValue _, Value.Bytes _, Value.Sequence _, Value.Mapping _, Value.Symbol _, Value.Construct _, Value.Member _, Value.Item _,
                 Value.Operation _, Value.Function _, Value.Bound _, Value.Namespace _, Value.Unknown _ -> Optional.empty();
        };
    }

    /** A constant as {@code repr} shows it; nothing where that is longer than a text may get, as of a list that is in itself. */
    private static Optional<String> represented(Value value) {
        var text = new StringBuilder();
        return represent(value, text, 0) ? Optional.of(text.toString()) : Optional.empty();
    }

    private static boolean represent(Value value, StringBuilder into, int depth) {
        if (depth > DEEPEST || into.length() > Budget.LARGEST) {
            return false;
        }
        if (value instanceof Value.Text(var text)) {
            char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
            into.append(quote).append(text.replace("\\", "\\\\").replace("\n", "\\n").replace(quote == '\'' ? "'" : "\0", "\\'")).append(quote);
            return true;
        }
        if (!(value instanceof Value.Sequence(var kind, var items))) {
            Optional<String> shown = shown(value);
            shown.ifPresent(into::append);
            return shown.isPresent();
        }
        into.append(switch (kind) {
            case LIST -> '[';
            case TUPLE -> '(';
            case SET -> '{';
        });
        for (int i = 0; i < items.size(); i++) {
            into.append(i == 0 ? "" : ", ");
            if (!represent(items.get(i), into, depth + 1)) {
                return false;
            }
        }
        into.append(switch (kind) {
            case LIST -> "]";
            case TUPLE -> items.size() == 1 ? ",)" : ")";
            case SET -> "}";
        });
        return true;
    }

    static Optional<String> formatted(Value value, String conversion, String format) {
        Optional<String> text = conversion.equals("r") || value instanceof Value.Sequence ? represented(value) : shown(value);
        Matcher matcher = FORMAT.matcher(format);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return text.map(each -> padded(precise(value, each, matcher.group(3)), matcher.group(2), value instanceof Value.Number, !matcher.group(1).isEmpty()));
    }

    private static String precise(Value value, String text, String precision) {
        if (precision == null) {
            return text;
        }
        int digits = Integer.parseInt(precision.length() > 3 ? "999" : precision);
        return value instanceof Value.Number(var number, _) ? String.format(Locale.ROOT, "%." + digits + "f", number)
                : text.substring(0, Math.min(text.length(), digits));
    }

    private static String padded(String text, String width, boolean number, boolean zeros) {
        int wanted = width.isEmpty() ? 0 : Integer.parseInt(width.length() > 3 ? "999" : width);
        String padding = (zeros ? "0" : " ").repeat(Math.max(0, wanted - text.length()));
        return number ? padding + text : text + padding;
    }

    /** {@code format % values}. */
    static Optional<String> percent(String format, Value values) {
        List<Value> items = values instanceof Value.Sequence(var kind, var all) && kind == dev.dbwarden.service.source.python.Expression.Display.Kind.TUPLE ? all : List.of(values);
        Matcher matcher = PERCENT.matcher(format);
        var text = new StringBuilder();
        int next = 0;
        while (matcher.find()) {
            if (matcher.group(4).equals("%")) {
                matcher.appendReplacement(text, "%");
                continue;
            }
            if (!matcher.group(2).matches("0*") || !"sdrif".contains(matcher.group(4))) {
                return Optional.empty();
            }
            Optional<Value> value = matcher.group(1) == null ? at(items, next++) : named(values, matcher.group(1));
            boolean zeros = matcher.group(2).contains("0");
            Optional<String> shown = value.flatMap(each -> formatted(each, matcher.group(4), (zeros ? "0" : "") + matcher.group(3)));
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(shown.get()));
        }
        return Optional.of(matcher.appendTail(text).toString());
    }

    private static Optional<Value> at(List<Value> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    private static Optional<Value> named(Value values, String name) {
        return values instanceof Value.Mapping(var entries) ? Optional.ofNullable(entries.get(new Value.Text(name))) : Optional.empty();
    }

    /** A method of a text, where it is one that is known and so are its arguments. */
    static Optional<Value> method(String text, String name, List<Value> arguments, Map<String, Value> keywords) {
        Optional<String> first = arguments.isEmpty() ? Optional.empty() : shown(arguments.getFirst());
        if (arguments.size() > MOST.getOrDefault(name, Integer.MAX_VALUE)) {
            return Optional.empty();
        }
        Optional<String> second = arguments.size() < 2 ? Optional.empty() : shown(arguments.get(1));
        return switch (name) {
            case "lower", "casefold" -> text(text.toLowerCase(Locale.ROOT));
            case "upper" -> text(text.toUpperCase(Locale.ROOT));
            case "capitalize" -> text(text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).toLowerCase(Locale.ROOT));
            case "title" -> text(Pattern.compile("\\p{L}+").matcher(text).replaceAll(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT) + word.group().substring(1).toLowerCase(Locale.ROOT)));
            case "strip" -> text(first.map(chars -> stripped(text, chars, true, true)).orElseGet(text::strip));
            case "lstrip" -> text(first.map(chars -> stripped(text, chars, true, false)).orElseGet(text::stripLeading));
            case "rstrip" -> text(first.map(chars -> stripped(text, chars, false, true)).orElseGet(text::stripTrailing));
            case "replace" -> first.flatMap(from -> second.flatMap(to -> from.isEmpty() ? Optional.empty() : text(text.replace(from, to))));
            case "removeprefix" -> first.flatMap(prefix -> text(text.startsWith(prefix) ? text.substring(prefix.length()) : text));
            case "removesuffix" -> first.flatMap(suffix -> text(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text));
            case "startswith" -> first.map(prefix -> new Value.Truth(text.startsWith(prefix)));
            case "endswith" -> first.map(suffix -> new Value.Truth(text.endsWith(suffix)));
            case "isupper" -> Optional.of(new Value.Truth(text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT))));
            case "islower" -> Optional.of(new Value.Truth(text.equals(text.toLowerCase(Locale.ROOT)) && !text.equals(text.toUpperCase(Locale.ROOT))));
            case "isdigit" -> all(text, Character::isDigit);
            case "isalpha" -> all(text, Character::isLetter);
            case "isalnum" -> all(text, Character::isLetterOrDigit);
            case "isspace" -> all(text, Character::isWhitespace);
            case "split" -> arguments.size() > 1 || !keywords.isEmpty() ? Optional.empty() : Optional.of(split(text, first));
            case "join" -> joined(text, arguments);
            case "format" -> format(text, arguments, keywords);
            case "__str__" -> text(text);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> all(String text, IntPredicate kind) {
        return Optional.of(new Value.Truth(!text.isEmpty() && text.codePoints().allMatch(kind)));
    }

    private static Optional<Value> text(String text) {
        return Optional.of(new Value.Text(text));
    }

    private static String stripped(String text, String characters, boolean left, boolean right) {
        int start = 0;
        int end = text.length();
        while (left && start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (right && end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Value split(String text, Optional<String> separator) {
        String[] parts = separator.map(each -> text.split(Pattern.quote(each), -1)).orElseGet(() -> text.isBlank() ? new String[0] : text.strip().split("\\s+"));
        var items = new ArrayList<Value>();
        for (String part : parts) {
            items.add(new Value.Text(part));
        }
        return Value.Sequence.list(items);
    }

    private static Optional<Value> joined(String separator, List<Value> arguments) {
        Optional<List<Value>> items = arguments.isEmpty() ? Optional.empty() : Collections.items(arguments.getFirst());
        return items.filter(all -> all.stream().allMatch(Value.Text.class::isInstance))
                .map(all -> new Value.Text(all.stream().map(item -> ((Value.Text) item).text()).collect(Collectors.joining(separator))));
    }

    private static Optional<Value> format(String text, List<Value> arguments, Map<String, Value> keywords) {
        Matcher matcher = BRACES.matcher(text);
        var result = new StringBuilder();
        int next = 0;
        while (matcher.find()) {
            if (matcher.group().equals("{{") || matcher.group().equals("}}")) {
                matcher.appendReplacement(result, matcher.group().substring(1));
                continue;
            }
            String key = matcher.group(1);
            Optional<Value> value = key.isEmpty() ? at(arguments, next++) : key.chars().allMatch(Character::isDigit) && key.length() < 5
                    ? at(arguments, Integer.parseInt(key)) : Optional.ofNullable(keywords.get(key));
            Optional<String> shown = value.flatMap(each -> formatted(each, Optional.ofNullable(matcher.group(2)).orElse(""), Optional.ofNullable(matcher.group(3)).orElse("")));
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(shown.get()));
        }
        return text(matcher.appendTail(result).toString());
    }
}
