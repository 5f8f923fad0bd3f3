package dev.dbwarden.engine.dialect.postgresql;

/** Grants are carried as statements; what takes one back is its opposite. */
final class Grants {
    private Grants() {}

    /** {@code REVOKE .. FROM} for {@code GRANT .. TO}, and the other way round. */
    static String opposite(String statement) {
        boolean grant = statement.regionMatches(true, 0, "grant", 0, 5);
        String from = grant ? " to " : " from ";
        int at = statement.toLowerCase(java.util.Locale.ROOT).lastIndexOf(from);
        if (at < 0) {
            return statement;
        }
        String tail = statement.substring(at + from.length());
        int option = tail.toLowerCase(java.util.Locale.ROOT).indexOf(" with grant option");
        String head = statement.substring(grant ? 5 : 6, at);
        return (grant ? "REVOKE" : "GRANT") + head + (grant ? " FROM " : " TO ") + (option < 0 ? tail : tail.substring(0, option));
    }
}
