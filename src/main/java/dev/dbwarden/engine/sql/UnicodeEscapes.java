package dev.dbwarden.engine.sql;

/** Names that are written with escapes: {@code U&"d\0061ta"} is {@code data} (PostgreSQL manual, 4.1.1). */
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    /**
     * The name that is meant; fails with {@link SqlException} where an escape stands for no character.
     *
     * @param escape what opens one: four hexadecimal digits follow it, or a plus sign and six; two of it are one
     * @param offset where the name stands, for errors
     */
    static String decoded(String written, char escape, int offset) {
        var name = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            if (written.charAt(at) != escape) {
                name.append(written.charAt(at));
            } else if (written.startsWith(String.valueOf(escape), at + 1)) {
                name.append(written.charAt(++at));
            } else {
                int sign = written.startsWith("+", at + 1) ? 1 : 0;
                int end = at + sign + (sign == 0 ? 4 : 6);
                name.appendCodePoint(codePoint(written, at + sign + 1, end + 1, offset));
                at = end;
            }
        }
        return name.toString();
    }

    private static int codePoint(String written, int from, int to, int offset) {
        String digits = written.substring(from, Math.clamp(to, from, written.length()));
        boolean whole = digits.length() == to - from && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
        int point = whole ? Integer.parseInt(digits, 16) : 0;
        if (point == 0 || !Character.isValidCodePoint(point)) {
            throw new SqlException("an escape in this name stands for no character; write the character itself", offset);
        }
        return point;
    }
}
