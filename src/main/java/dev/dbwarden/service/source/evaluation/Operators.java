package dev.dbwarden.service.source.evaluation;

import dev.dbwarden.service.source.python.Expression;
import dev.dbwarden.service.source.python.Expression.Display.Kind;
import dev.dbwarden.service.source.python.Location;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operators: on constants their result, on anything else a term. */
final class Operators {
    private static final int LARGEST_POWER = 512;

    private static final int DEEPEST = 12;
    private static final Map<String, String> SETS = Map.of("|", "union", "&", "intersection", "-", "difference");

    private Operators() {}

    /** Whether a value counts as true, where that is known. */
    static Optional<Boolean> truth(Value value) {
        return switch (value) {
            case Value.Truth(var is) -> Optional.of(is);
            case Value.Nothing _ -> Optional.of(false);
            case Value.Text(var text) -> Optional.of(!text.isEmpty());
            case Value.Bytes(var text) -> Optional.of(!text.isEmpty());
            case Value.Number(var number, _) -> Optional.of(number.signum() != 0);
            case Value.Sequence(_, var items) -> Optional.of(!items.isEmpty());
            case Value.Mapping(var entries) -> Optional.of(!entries.isEmpty());
            case ClassValue _, Value.Function _, Value.EnumMember _, Value.Namespace _, Value.Bound _ -> Optional.of(true);
            case Value.Symbol(var name) -> name.endsWith(".TYPE_CHECKING") ? Optional.of(false) : Optional.empty();
            case Value.Construct _, Value.Member _, Value.Item _, Value.Operation _, Value.Unknown _ -> Optional.empty();
        };
    }

    static Value unary(String operator, Value operand, Location at) {
        if (operator.equals("not")) {
            return truth(operand).map(is -> (Value) new Value.Truth(!is)).orElseGet(() -> term(operator, List.of(operand), at));
        }
        if (operand instanceof Value.Number(var number, var whole)) {
            return switch (operator) {
                case "-" -> new Value.Number(number.negate(), whole);
                case "+" -> operand;
                default -> whole ? new Value.Number(number.negate().subtract(BigDecimal.ONE), true) : term(operator, List.of(operand), at);
            };
        }
        return term(operator, List.of(operand), at);
    }

    static Value binary(String operator, Value left, Value right, Location at, Budget budget) {
        if (left instanceof Value.Number one && right instanceof Value.Number other) {
            return arithmetic(operator, one, other).orElseGet(() -> new Value.Unknown("the calculation has no result", at));
        }
        if (left instanceof Value.Sequence(var kind, var items) && kind == Kind.SET && right instanceof Value.Sequence(var other, var others) && other == Kind.SET && SETS.containsKey(operator)) {
            budget.spend(items.size() + others.size(), at);
            return Collections.combined(SETS.get(operator), items, List.of(others)).orElseGet(() -> term(operator, List.of(left, right), at));
        }
        return switch (operator) {
            case "+" -> joined(left, right, at, budget).orElseGet(() -> term(operator, List.of(left, right), at));
            case "%" -> left instanceof Value.Text(var format) ? Texts.percent(format, right).map(text -> (Value) new Value.Text(text))
                    .orElseGet(() -> new Value.Unknown("a part of the text is known only when the program runs", at)) : term(operator, List.of(left, right), at);
            case "*" -> repeated(left, right, at, budget).or(() -> repeated(right, left, at, budget)).orElseGet(() -> term(operator, List.of(left, right), at));
            case "|" -> left instanceof Value.Mapping && right instanceof Value.Mapping ? merged(left, right) : term(operator, List.of(left, right), at);
            default -> term(operator, List.of(left, right), at);
        };
    }

    /** What is said with a value that is not known is not known; else it is a term. */
    private static Value term(String operator, List<Value> operands, Location at) {
        return operands.stream().filter(Value.Unknown.class::isInstance).findFirst().orElseGet(() -> new Value.Operation(operator, operands, at));
    }

    private static Optional<Value> joined(Value left, Value right, Location at, Budget budget) {
        if (left instanceof Value.Text(var one) && right instanceof Value.Text(var other)) {
            budget.spend(one.length() + other.length(), at);
            return Optional.of(new Value.Text(one + other));
        }
        if (left instanceof Value.Sequence(var kind, var items) && right instanceof Value.Sequence(_, var others)) {
            budget.spend(items.size() + others.size(), at);
            var all = new ArrayList<>(items);
            all.addAll(others);
            return Optional.of(Collections.of(kind, all));
        }
        return Optional.empty();
    }

    private static Optional<Value> repeated(Value value, Value times, Location at, Budget budget) {
        if (!(times instanceof Value.Number(var number, var whole)) || !whole) {
            return Optional.empty();
        }
        int count = Math.max(0, number.min(BigDecimal.valueOf(Budget.LARGEST + 1L)).intValue());
        if (value instanceof Value.Text(var text)) {
            budget.spend((long) text.length() * count, at);
            return Optional.of(new Value.Text(text.repeat(count)));
        }
        if (value instanceof Value.Sequence(var kind, var items)) {
            budget.spend((long) items.size() * count, at);
            return Optional.of(Collections.of(kind, java.util.Collections.nCopies(count, items).stream().flatMap(List::stream).toList()));
        }
        return Optional.empty();
    }

    private static Value merged(Value left, Value right) {
        var entries = new LinkedHashMap<>(((Value.Mapping) left).entries());
        entries.putAll(((Value.Mapping) right).entries());
        return new Value.Mapping(entries);
    }

    private static Optional<Value> arithmetic(String operator, Value.Number one, Value.Number other) {
        return one.whole() && other.whole() && !operator.equals("/") ? whole(operator, one.value().toBigInteger(), other.value().toBigInteger())
                : real(operator, one.value().doubleValue(), other.value().doubleValue());
    }

    private static Optional<Value> whole(String operator, BigInteger one, BigInteger other) {
        boolean dividesByZero = other.signum() == 0 && (operator.equals("//") || operator.equals("%"));
        boolean tooLarge = one.bitLength() > 4096 || (operator.equals("**") || operator.equals("<<")) && other.bitLength() > 9
                || operator.equals("**") && one.bitLength() > LARGEST_POWER || other.signum() < 0 && "**<<>>".contains(operator);
        if (dividesByZero || tooLarge) {
            return Optional.empty();
        }
        BigInteger result = switch (operator) {
            case "+" -> one.add(other);
            case "-" -> one.subtract(other);
            case "*" -> one.multiply(other);
            case "//" -> floored(one, other);
            case "%" -> one.subtract(floored(one, other).multiply(other));
            case "**" -> one.pow(other.intValue());
            case "<<" -> one.shiftLeft(other.intValue());
            case ">>" -> one.shiftRight(other.min(BigInteger.valueOf(8192)).intValue());
            case "&" -> one.and(other);
            case "|" -> one.or(other);
            case "^" -> one.xor(other);
            default -> one;
        };
        return Optional.of(new Value.Number(new BigDecimal(result), true));
    }

    private static BigInteger floored(BigInteger one, BigInteger other) {
        BigInteger[] parts = one.divideAndRemainder(other);
        return parts[1].signum() != 0 && parts[1].signum() != other.signum() ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Optional<Value> real(String operator, double one, double other) {
        double result = switch (operator) {
            case "+" -> one + other;
            case "-" -> one - other;
            case "*" -> one * other;
            case "/" -> one / other;
            case "//" -> Math.floor(one / other);
            case "%" -> one - Math.floor(one / other) * other;
            case "**" -> Math.pow(one, other);
            default -> Double.NaN;
        };
        return Double.isFinite(result) ? Optional.of(new Value.Number(BigDecimal.valueOf(result), false)) : Optional.empty();
    }

    static Value compare(String operator, Value left, Value right, Location at) {
        Optional<Boolean> result = switch (operator) {
            case "==" -> same(left, right);
            case "!=" -> same(left, right).map(is -> !is);
            case "is" -> same(left, right);
            case "is not" -> same(left, right).map(is -> !is);
            case "in" -> contains(right, left);
            case "not in" -> contains(right, left).map(is -> !is);
            default -> ordered(operator, left, right);
        };
        return result.map(is -> (Value) new Value.Truth(is)).orElseGet(() -> term(operator, List.of(left, right), at));
    }

    private static Optional<Boolean> same(Value left, Value right) {
        if (left instanceof Value.Symbol && left.equals(right)) {
            return Optional.of(true);
        }
        if (!isConstant(left) || !isConstant(right)) {
            return left instanceof ClassValue && right instanceof ClassValue ? Optional.of(left == right) : Optional.empty();
        }
        return left instanceof Value.Number(var one, _) && right instanceof Value.Number(var other, _)
                ? Optional.of(one.compareTo(other) == 0) : Optional.of(left.equals(right));
    }

    static boolean isConstant(Value value) {
        return isConstant(value, 0);
    }

    /** What is nested deep may hold the same items over and over, or itself, so it is taken for none. */
    private static boolean isConstant(Value value, int depth) {
        return depth <= DEEPEST && switch (value) {
            case Value.Text _, Value.Bytes _, Value.Number _, Value.Truth _, Value.Nothing _, Value.EnumMember _ -> true;
            case Value.Sequence(_, var items) -> items.stream().allMatch(item -> isConstant(item, depth + 1));
            case Value.Mapping(var entries) -> entries.values().stream().allMatch(entry -> isConstant(entry, depth + 1));
            case ClassValue _, Value.Symbol _, Value.Construct _, Value.Member _, Value.Item _, Value.Operation _, Value.Function _, Value.Bound _,
                 Value.Namespace _, Value.Unknown _ -> false;
        };
    }

    private static Optional<Boolean> contains(Value container, Value item) {
        if (!isConstant(item)) {
            return Optional.empty();
        }
        if (container instanceof Value.Text(var text) && item instanceof Value.Text(var part)) {
            return Optional.of(text.contains(part));
        }
        return isConstant(container) ? Collections.items(container).map(items -> items.contains(item)) : Optional.empty();
    }

    private static Optional<Boolean> ordered(String operator, Value left, Value right) {
        Optional<Integer> order = order(left, right);
        return order.map(sign -> switch (operator) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        });
    }

    /** How two values are ordered; {@code sys.version_info} is that of a Python which can do everything. */
    static Optional<Integer> order(Value left, Value right) {
        if (left instanceof Value.Number(var one, _) && right instanceof Value.Number(var other, _)) {
            return Optional.of(one.compareTo(other));
        }
        if (left instanceof Value.Text(var one) && right instanceof Value.Text(var other)) {
            return Optional.of(one.compareTo(other));
        }
        if (left.equals(new Value.Symbol("sys.version_info")) && right instanceof Value.Sequence) {
            return Optional.of(1);
        }
        return Optional.empty();
    }

    /** A number as Python shows it. */
    static String shown(double number) {
        String text = Double.toString(number);
        if (!text.contains("E")) {
            return text;
        }
        double size = Math.abs(number);
        if (size >= 1e-4 && size < 1e16) {
            String plain = BigDecimal.valueOf(number).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String[] parts = text.split("E");
        int exponent = Integer.parseInt(parts[1]);
        return parts[0].replaceFirst("\\.0$", "") + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    static boolean isKind(Value value, Expression.Display.Kind kind) {
        return value instanceof Value.Sequence(var actual, _) && actual == kind;
    }
}
