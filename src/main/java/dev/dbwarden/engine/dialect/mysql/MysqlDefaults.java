package dev.dbwarden.engine.dialect.mysql;

import dev.dbwarden.engine.schema.DataType;
import dev.dbwarden.engine.sql.Token;
import dev.dbwarden.engine.sql.Token.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A default in the light of its column's type: {@code '0'} of a number is {@code 0}, a date without a time of day is midnight. */
final class MysqlDefaults {
    /** Bytes that a server prints as the text that they are. */
    private static final Pattern HEXADECIMAL = Pattern.compile("[xX]'(?:[0-7][0-9a-fA-F])*'");
    private static final Pattern NOW = Pattern.compile("CURRENT_TIMESTAMP(\\(\\d+\\))?");

    private MysqlDefaults() {}

    static String canonical(String sql, List<Token> tokens, DataType type) {
        String expression = MysqlTexts.canonical(sql);
        if (isMoment(expression)) {
            return expression;
        }
        Optional<String> content = content(tokens);
        return content.isEmpty() ? expression : literal(content.get(), tokens, type).orElse(expression);
    }

    /** Whether a default may stand without brackets wherever it stands: a literal, perhaps with a sign. */
    static boolean isLiteral(List<Token> tokens) {
        return content(tokens).isPresent() || tokens.size() == 1 && tokens.getFirst().is("NULL");
    }

    /** The moment, in any spelling, which takes no brackets. */
    static boolean isMoment(String canonical) {
        return NOW.matcher(canonical).matches();
    }

    /** A literal's content: digits, text, {@code 1} for TRUE; empty where there is no literal. */
    private static Optional<String> content(List<Token> tokens) {
        Token last = tokens.isEmpty() ? new Token(Type.END, "", "", 0) : tokens.getLast();
        boolean introduced = tokens.size() == 2 && tokens.getFirst().text().startsWith("_") && last.type() == Type.STRING;
        boolean signed = tokens.size() == 2 && (tokens.getFirst().is("-") || tokens.getFirst().is("+")) && last.type() == Type.NUMBER;
        if (tokens.size() != 1 && !introduced && !signed) {
            return Optional.empty();
        }
        return switch (last.type()) {
            case STRING -> Optional.of(last.value());
            case NUMBER -> Optional.of(signed && tokens.getFirst().is("-") ? "-" + last.text() : last.text());
            case WORD -> last.is("TRUE") ? Optional.of("1") : last.is("FALSE") ? Optional.of("0") : Optional.empty();
            case NAME, SYMBOL, END -> Optional.empty();
        };
    }

    private static Optional<String> literal(String content, List<Token> tokens, DataType type) {
        String text = tokens.getLast().text();
        return switch (type.name()) {
            case "bit" -> bits(content, text);
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> number(radix(content, text)).map(value -> value.setScale(0, RoundingMode.HALF_UP).toPlainString());
            case "decimal" -> number(content).map(value -> value.setScale(scale(type), RoundingMode.HALF_UP).toPlainString());
            case "float", "double" -> number(content).map(value -> value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
            case "datetime", "timestamp" -> Optional.of(quoted(moment(content, type)));
            case "date" -> Optional.of(quoted(content.equals("0") ? "0000-00-00" : content));
            case "time" -> Optional.of(quoted(moment(content.equals("0") ? "00:00:00" : content.matches("-?\\d{2,3}:\\d\\d") ? content + ":00" : content, type)));
            case "varbinary" -> HEXADECIMAL.matcher(text).matches() ? Optional.of(quoted(new String(HexFormat.of().parseHex(content), StandardCharsets.US_ASCII))) : bytes(content, text, type);
            case "year" -> number(content).map(value -> value.signum() == 0 ? "0000" : value.toPlainString());
            default -> bytes(content, text, type);
        };
    }

    private static Optional<String> bytes(String content, String text, DataType type) {
        return text.startsWith("x") || text.startsWith("X") || text.startsWith("b") || text.startsWith("B") ? Optional.empty() : Optional.of(quoted(type.name().equals("binary") ? unfilled(content) : content));
    }

    /** The servers fill a value with zeros that is shorter than its column. */
    private static String unfilled(String content) {
        return content.replaceFirst("\0+$", "");
    }

    private static String quoted(String content) {
        return Mysql.QUOTING.literal(content);
    }

    private static String radix(String content, String text) {
        return text.startsWith("b'") || text.startsWith("B'") ? new BigInteger(content.isEmpty() ? "0" : content, 2).toString()
                : text.startsWith("0x") && text.length() > 2 ? new BigInteger(text.substring(2), 16).toString() : content;
    }

    private static Optional<String> bits(String content, String text) {
        if (!text.startsWith("b") && !text.startsWith("B") && !Character.isDigit(text.charAt(0)) && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            return Optional.empty();
        }
        return number(radix(content, text)).map(value -> "b'" + value.toBigInteger().toString(2) + "'");
    }

    private static Optional<BigDecimal> number(String content) {
        try {
            return content.length() > 400 ? Optional.empty() : Optional.of(new BigDecimal(content.strip())).filter(value -> Math.abs(value.scale()) < 400);
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static int scale(DataType type) {
        int comma = type.canonical().indexOf(',');
        return comma < 0 ? 0 : Integer.parseInt(type.canonical().substring(comma + 1, type.canonical().indexOf(')')).strip());
    }

    private static String moment(String content, DataType type) {
        String whole = content.equals("0") ? "0000-00-00 00:00:00" : content.matches("\\d{4}-\\d\\d-\\d\\d") ? content + " 00:00:00" : content;
        int open = type.canonical().indexOf('(');
        int digits = open < 0 ? 0 : type.canonical().charAt(open + 1) - '0';
        return digits > 0 && whole.indexOf('.') < 0 ? whole + "." + "0".repeat(digits) : whole;
    }
}
