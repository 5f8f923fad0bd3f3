package dev.dbwarden.engine.dialect.postgresql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of a geometric value as PostgreSQL prints it (geo_ops.c): points in brackets, the upper right corner of a box first. */
final class GeometricText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,6})?|\\.\\d{1,6})");
    private static final Pattern SHAPE = Pattern.compile("[\\s\\d.,()\\[\\]<>+-]+");
    /** Longer than anybody writes one. */
    private static final int LONGEST = 1000;

    private GeometricText() {}

    /** The canonical text; the very same where it is not made of plain numbers. */
    static String canonical(String content, String type) {
        String text = content.strip();
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            return content;
        }
        var numbers = new ArrayList<BigDecimal>();
        for (String each : text.replaceAll("[\\s()\\[\\]<>]", "").split(",", -1)) {
            Matcher number = NUMBER.matcher(each);
            if (!number.matches()) {
                return content;
            }
            numbers.add(new BigDecimal(each));
        }
        int count = numbers.size();
        boolean fits = switch (type) {
            case "point" -> count == 2;
            case "circle" -> count == 3;
            case "box", "lseg" -> count == 4;
            default -> count % 2 == 0;
        };
        return !fits ? content : switch (type) {
            case "circle" -> "<" + points(numbers.subList(0, 2)) + "," + plain(numbers.get(2)) + ">";
            case "lseg" -> "[" + points(numbers) + "]";
            case "box" -> corner(numbers, true) + "," + corner(numbers, false);
            case "path" -> text.startsWith("[") ? "[" + points(numbers) + "]" : "(" + points(numbers) + ")";
            case "polygon" -> "(" + points(numbers) + ")";
            default -> points(numbers);
        };
    }

    private static String corner(List<BigDecimal> box, boolean upper) {
        return points(IntStream.range(0, 2).mapToObj(i -> upper ? box.get(i).max(box.get(i + 2)) : box.get(i).min(box.get(i + 2))).toList());
    }

    private static String points(List<BigDecimal> numbers) {
        return IntStream.range(0, numbers.size() / 2).mapToObj(i -> "(" + plain(numbers.get(2 * i)) + "," + plain(numbers.get(2 * i + 1)) + ")").collect(Collectors.joining(","));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
