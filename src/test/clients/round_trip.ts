// One round trip of the generated TypeScript client: a baseline, a migration, and nothing to do after it.
import { Configuration, MigrationsApi, SnapshotsApi } from './index';

declare const process: { argv: string[]; exit(code: number): never };

function check(holds: boolean, answer: unknown): void {
    if (!holds) {
        throw new Error(JSON.stringify(answer));
    }
}

async function roundTrip(url: string): Promise<void> {
    const configuration = new Configuration({ basePath: url });
    const migrations = new MigrationsApi(configuration);
    const sql = (text: string) => [{ name: 'schema.sql', text }];
    const baseline = await new SnapshotsApi(configuration).makeSnapshot({
        snapshotRequest: { dialect: 'postgresql', sources: sql('CREATE TABLE users (id INTEGER PRIMARY KEY);') },
    });
    const wanted = sql('CREATE TABLE users (id INTEGER PRIMARY KEY, phone TEXT);');
    const answer = await migrations.generateMigration({ migrationRequest: { sources: wanted, snapshot: baseline } });
    check(answer.upgrade[0].sql === 'ALTER TABLE users ADD COLUMN phone TEXT', answer);
    check(answer.migration?.filename === 'primary__0001_add_column_users_phone.sql', answer);
    const again = await migrations.generateMigration({ migrationRequest: { sources: wanted, snapshot: answer.snapshot } });
    check(!again.changed, again);
}

roundTrip(process.argv[2]).catch((error) => {
    console.error(error);
    process.exit(1);
});
