// MikroORM reads a snapshot, compares it with entities, and writes upgrade and rollback. That the entities are discovered is not measured.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { Migrator } from "@mikro-orm/migrations";
import { EntitySchema, MikroORM } from "@mikro-orm/postgresql";

const TYPES = { BIGINT: "bigint", VARCHAR: "string", TEXT: "text", INTEGER: "integer", NUMERIC: "decimal", BOOLEAN: "boolean", TIMESTAMP: "datetime", JSONB: "json" };

function entities(model) {
  const all = new Map();
  const property = (keys) => ([fieldName, column]) => {
    const key = keys.find((each) => each.columns[0] === fieldName);
    const kind = key
      ? { kind: "m:1", entity: () => all.get(key.referenced_table), foreignKeyName: key.name, deleteRule: "no action", updateRule: "no action" }
      : { type: TYPES[/^\w+/.exec(column.type)[0]] };
    return [fieldName, {
      fieldName, ...kind, columnType: column.type.toLowerCase().replace(", ", ","), nullable: column.nullable,
      ...(column.primary_key ? { primary: true, autoincrement: false } : {}), ...("default" in column ? { defaultRaw: column.default } : {}),
    }];
  };
  for (const [name, table] of Object.entries(model.tables)) {
    const indexes = (isUnique) => (table.indexes ?? []).filter((index) => (index.unique === true) === isUnique).map((index) => ({ name: index.name, properties: index.columns }));
    const properties = Object.fromEntries(Object.entries(table.columns).map(property(table.foreign_keys ?? [])));
    all.set(name, new EntitySchema({ name, tableName: name, properties, indexes: indexes(false), uniques: indexes(true) }));
  }
  return [...all.values()];
}

const orm = (model, path) => MikroORM.init({ connect: false, dbName: "shop", entities: entities(model), extensions: [Migrator], migrations: { path, snapshot: true } });

export async function work(before, after) {
  const folder = mkdtempSync(`${tmpdir()}/mikro-orm-`);
  await (await orm(before, folder)).migrator.storeCurrentSchema();
  const { migrator } = await orm(after, folder);
  return async () => {
    const { up, down } = await migrator.getSchemaDiff(false, false);
    return [...up, ...down].join("\n");
  };
}
