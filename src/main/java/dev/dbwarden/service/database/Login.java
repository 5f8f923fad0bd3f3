package dev.dbwarden.service.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How to log in. Shown nowhere.
 *
 * @param passwordFile read for each connection, so that a mounted secret may change
 */
record Login(Optional<String> user, Optional<String> password, Optional<Path> passwordFile) {
    private static final int LONGEST_PASSWORD = 4096;

    /** What Agroal asks its security providers, with the credential that it was given. */
    static @Nullable Properties properties(Object credential) {
        return credential instanceof Login login ? login.properties() : null;
    }

    Properties properties() {
        var properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        passwordFile.map(Login::read).or(() -> password).ifPresent(secret -> properties.setProperty("password", secret));
        return properties;
    }

    /** The file's first line. */
    private static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST_PASSWORD) {
                throw new FaultyConfigurationException("its password-file is too large for a password");
            }
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new FaultyConfigurationException("its password-file cannot be read");
        }
    }

    @Override
    public String toString() {
        return "a login";
    }
}
