package dev.dbwarden.engine.dialect.postgresql;

/** Grants are carried as statements; what takes one back is its opposite. */
final class Grants {
    private Grants() {}

    /** The same for {@code ALTER DEFAULT PRIVILEGES .. GRANT}. */
    static String oppositeDefault(String statement) {
        String upper = statement.toUpperCase(java.util.Locale.ROOT);
        int grant = upper.indexOf(" GRANT ");
        int revoke = upper.indexOf(" REVOKE ");
        int at = (grant >= 0 && (revoke < 0 || grant < revoke) ? grant : revoke) + 1;
        return statement.substring(0, at) + opposite(statement.substring(at));
    }

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
