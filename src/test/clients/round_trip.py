"""One round trip of the generated Python client: a baseline, a migration, and nothing to do after it."""
import sys

from openapi_client import ApiClient, Configuration, MigrationRequest, MigrationsApi, SnapshotRequest, SnapshotsApi, SourceText


def sql(text):
    return [SourceText(name="schema.sql", text=text)]


with ApiClient(Configuration(host=sys.argv[1])) as client:
    baseline = SnapshotsApi(client).make_snapshot(
        SnapshotRequest(dialect="postgresql", sources=sql("CREATE TABLE users (id INTEGER PRIMARY KEY);")))
    wanted = sql("CREATE TABLE users (id INTEGER PRIMARY KEY, phone TEXT);")
    answer = MigrationsApi(client).generate_migration(MigrationRequest(sources=wanted, snapshot=baseline))
    assert answer.upgrade[0].sql == "ALTER TABLE users ADD COLUMN phone TEXT", answer
    assert answer.migration.filename == "primary__0001_add_column_users_phone.sql", answer
    again = MigrationsApi(client).generate_migration(MigrationRequest(sources=wanted, snapshot=answer.snapshot))
    assert not again.changed, again
