package dev.dbwarden.engine.lint;

import java.util.Locale;

/**
 * How big a table was when somebody looked.
 *
 * @param rows  estimated by the server; negative where it does not know
 * @param bytes with its indexes; negative where it is not known
 */
public record TableSize(long rows, long bytes) {
    /** In words: {@code about 12 M rows, 3.4 GB}; empty where nothing is known. */
    public String words() {
        String ofRows = rows < 0 ? "" : "about " + scaled(rows, 1000, "", " k", " M", " G") + " rows";
        String ofBytes = bytes < 0 ? "" : scaled(bytes, 1024, " bytes", " KB", " MB", " GB", " TB");
        return ofRows.isEmpty() || ofBytes.isEmpty() ? ofRows + ofBytes : ofRows + ", " + ofBytes;
    }

    private static String scaled(long value, int base, String... units) {
        double scaled = value;
        int unit = 0;
        while (scaled >= base && unit < units.length - 1) {
            scaled /= base;
            unit++;
        }
        String digits = unit == 0 || scaled >= 10 ? String.valueOf(Math.round(scaled)) : String.format(Locale.ROOT, "%.1f", scaled);
        return digits + units[unit];
    }
}
