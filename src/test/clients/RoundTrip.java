import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.MigrationsApi;
import org.openapitools.client.api.SnapshotsApi;
import org.openapitools.client.model.MigrationAnswer;
import org.openapitools.client.model.MigrationRequest;
import org.openapitools.client.model.SnapshotRequest;
import org.openapitools.client.model.SourceText;

/** One round trip of the generated Java client: a baseline, a migration, and nothing to do after it. */
public final class RoundTrip {
    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        Map<String, Object> baseline = new SnapshotsApi(client).makeSnapshot(new SnapshotRequest().dialect("postgresql").sources(List.of(sql("CREATE TABLE users (id INTEGER PRIMARY KEY);"))));
        SourceText wanted = sql("CREATE TABLE users (id INTEGER PRIMARY KEY, phone TEXT);");
        MigrationAnswer answer = new MigrationsApi(client).generateMigration(new MigrationRequest().sources(List.of(wanted)).snapshot(baseline), null);
        check(answer.getUpgrade().getFirst().getSql().equals("ALTER TABLE users ADD COLUMN phone TEXT"), answer);
        check(answer.getMigration().getFilename().equals("primary__0001_add_column_users_phone.sql"), answer);
        MigrationAnswer again = new MigrationsApi(client).generateMigration(new MigrationRequest().sources(List.of(wanted)).snapshot(answer.getSnapshot()), null);
        check(!again.getChanged(), again);
    }

    private static SourceText sql(String text) {
        return new SourceText().name("schema.sql").text(text);
    }

    private static void check(boolean holds, Object answer) {
        if (!holds) {
            throw new AssertionError(answer);
        }
    }
}
