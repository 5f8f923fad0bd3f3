package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Python's regular expressions, as far as names of tables are made with them. */
final class Patterns {
    private static final String MODULE = "re.";
    private static final int LONGEST = 300;
    /** What means the same in Java's expressions, once the names of groups are. */
    private static final Pattern COMMON = Pattern.compile("(?:[^\\\\\\[\\](){}]|\\((?:\\?(?:[:=!]|<[=!]|P?<\\w+>))?|\\)|\\{\\d*,?\\d*}|\\\\[dDwWsSbBA.^$|?*+(){}\\[\\]/_-]"
            + "|\\[\\^?(?:[^\\[\\]\\\\&]|\\\\[wWdDsS.\\-\\[\\]^])+])*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern REFERENCE = Pattern.compile("\\\\(?:(\\d)|g<(\\w+)>)");

    private final Program program;

    Patterns(Program program) {
        this.program = program;
    }

    /** What a function of the module gives. */
    Optional<Value> call(Value.Symbol function, List<Value> arguments, Map<String, Value> keywords, Location at) {
        return function.name().startsWith(MODULE) && keywords.isEmpty() ? call(function.last(), arguments, at) : Optional.empty();
    }

    /** What a method gives of a pattern that was compiled, or of a match. */
    Optional<Value> method(Value.Construct owner, String name, List<Value> arguments, Map<String, Value> keywords, Location at) {
        if (!(owner.callee() instanceof Value.Symbol(var made)) || !keywords.isEmpty()) {
            return Optional.empty();
        }
        return switch (made) {
            case MODULE + "compile" -> owner.arguments().size() == 1 && owner.keywords().isEmpty() ? call(name, withFirst(owner.arguments().getFirst(), arguments), at) : Optional.empty();
            case MODULE + "Match" -> name.equals("group") && arguments.size() < 2 ? group(owner.arguments(), arguments.isEmpty() ? Value.Number.of(0) : arguments.getFirst()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static List<Value> withFirst(Value first, List<Value> others) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static Optional<Value> group(List<Value> groups, Value number) {
        return IntStream.range(0, groups.size()).filter(i -> number.equals(Value.Number.of(i))).mapToObj(groups::get).findFirst();
    }

    private Optional<Value> call(String function, List<Value> arguments, Location at) {
        int texts = function.equals("sub") ? 3 : 2;
        if (arguments.size() != texts || !(arguments.getFirst() instanceof Value.Text(var expression)) || !(arguments.getLast() instanceof Value.Text(var text))
                || expression.length() > LONGEST || text.length() > LONGEST || !COMMON.matcher(expression).matches()) {
            return Optional.empty();
        }
        Matcher matcher;
        try {
            matcher = Pattern.compile(expression.replace("(?P<", "(?<"), Pattern.UNICODE_CHARACTER_CLASS).matcher(new Counted(text, program.budget(), at));
        } catch (java.util.regex.PatternSyntaxException e) {
            return Optional.empty();
        }
        return switch (function) {
            case "sub" -> substituted(matcher, text, arguments.get(1), at);
            case "split" -> Optional.of(Value.Sequence.list(split(matcher, text)));
            case "findall" -> Optional.of(Value.Sequence.list(matcher.results().map(Patterns::found).toList()));
            default -> Optional.empty();
        };
    }

    /** The parts between the matches, which may be empty, and what the groups of the matches hold. */
    private static List<Value> split(Matcher matcher, String text) {
        var parts = new ArrayList<Value>();
        int last = 0;
        while (matcher.find()) {
            parts.add(new Value.Text(text.substring(last, matcher.start())));
            parts.addAll(groups(matcher).subList(1, matcher.groupCount() + 1));
            last = matcher.end();
        }
        parts.add(new Value.Text(text.substring(last)));
        return parts;
    }

    private static List<Value> groups(MatchResult match) {
        return IntStream.rangeClosed(0, match.groupCount()).mapToObj(i -> (Value) (match.group(i) == null ? Value.NONE : new Value.Text(match.group(i)))).toList();
    }

    private static Value found(MatchResult match) {
        List<Value> groups = groups(match).stream().map(group -> group.equals(Value.NONE) ? new Value.Text("") : group).toList();
        return groups.size() < 3 ? groups.getLast() : Value.Sequence.tuple(groups.subList(1, groups.size()));
    }

    private Optional<Value> substituted(Matcher matcher, String text, Value replacement, Location at) {
        var result = new StringBuilder();
        int last = 0;
        while (matcher.find()) {
            Optional<String> put = replacement instanceof Value.Text(var template) ? expanded(template, matcher) : called(replacement, matcher, at);
            if (put.isEmpty()) {
                return Optional.empty();
            }
            result.append(text, last, matcher.start()).append(put.get());
            last = matcher.end();
        }
        return Optional.of(new Value.Text(result.append(text.substring(last)).toString()));
    }

    /** A function makes the replacement of a match. */
    private Optional<String> called(Value function, Matcher match, Location at) {
        Value result = program.evaluation().calls().call(function, List.of(new Value.Construct(new Value.Symbol(MODULE + "Match"), groups(match), Map.of(), at)), Map.of(), at);
        return result instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> expanded(String template, Matcher match) {
        var result = new StringBuilder();
        Matcher references = REFERENCE.matcher(template);
        while (references.find()) {
            String name = references.group(1) == null ? references.group(2) : references.group(1);
            Optional<Integer> number = NUMBER.matcher(name).matches() ? Optional.of(Integer.valueOf(name)) : Optional.ofNullable(match.namedGroups().get(name));
            if (number.filter(each -> each <= match.groupCount()).isEmpty()) {
                return Optional.empty();
            }
            String group = match.group(number.get());
            references.appendReplacement(result, Matcher.quoteReplacement(group == null ? "" : group));
        }
        String expanded = references.appendTail(result).toString();
        return REFERENCE.matcher(template).replaceAll("").contains("\\") ? Optional.empty() : Optional.of(expanded);
    }

    /** A text of which each look costs a step, as an expression may look at it without an end. */
    private record Counted(String text, Budget budget, Location at) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.enter(at);
            budget.leave();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
