import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Runs a file of statements on a SQLite database; the first that fails ends it. */
class Apply {
    public static void main(String[] arguments) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]); var statement = connection.createStatement()) {
            statement.executeUpdate(Files.readString(Path.of(arguments[1])));
        }
    }
}
