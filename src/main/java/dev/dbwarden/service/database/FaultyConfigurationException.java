package dev.dbwarden.service.database;

/** What is wrong with a database's registration, in words that hold none of its values. */
final class FaultyConfigurationException extends RuntimeException {
    FaultyConfigurationException(String message) {
        super(message, null, false, false);
    }
}
