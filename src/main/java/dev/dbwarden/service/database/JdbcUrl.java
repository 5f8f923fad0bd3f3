package dev.dbwarden.service.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JDBC URL that was checked: its place, and the properties that stood in it. Its text is never shown, as it may hold a password.
 *
 * @param place      the URL without properties
 * @param properties without the login
 */
record JdbcUrl(Driver driver, String place, Map<String, String> properties, Optional<String> user, Optional<String> password) {

    /**
     * @throws FaultyConfigurationException where the URL says more than it may
     */
    static JdbcUrl parse(String url) {
        Driver driver = Driver.of(url).orElseThrow(() -> new FaultyConfigurationException("its url begins with none of " + String.join(", ", Driver.prefixes())));
        int question = url.indexOf('?');
        String place = question < 0 ? url : url.substring(0, question);
        if (!driver.isPlain(place)) {
            throw new FaultyConfigurationException("its url is not of the plain form; user and password have settings of their own");
        }
        var properties = new LinkedHashMap<String, String>();
        for (String pair : question < 0 ? new String[0] : url.substring(question + 1).split("&")) {
            int equals = pair.indexOf('=');
            properties.put(decoded(equals < 0 ? pair : pair.substring(0, equals)), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        if (!driver.allowed().containsAll(properties.keySet())) {
            // Which one is not said: a password with an '&' in it would be.
            throw new FaultyConfigurationException(driver.allowed().isEmpty() ? "its url has properties, and may have none"
                    : "its url has a property that is not one of " + String.join(", ", driver.allowed().stream().sorted().toList()));
        }
        Optional<String> user = Optional.ofNullable(properties.remove("user"));
        Optional<String> password = Optional.ofNullable(properties.remove("password"));
        return new JdbcUrl(driver, place, Map.copyOf(properties), user, password);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FaultyConfigurationException("its url has a '%' that begins no code; write %25");
        }
    }

    @Override
    public String toString() {
        return driver.name();
    }
}
