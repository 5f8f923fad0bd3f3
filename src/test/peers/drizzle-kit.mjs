// drizzle-kit reads, checks and compares two snapshots and writes the upgrade.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** drizzle-kit asks at the terminal whether a table that went is one that came; so that it need not, the dropped table stays. */
function withoutDrops(before, after) {
  return { tables: { ...before.tables, ...after.tables } };
}

function drizzleColumn([name, column]) {
  const type = column.type.toLowerCase().replace(", ", ",");
  return [name, { name, type, primaryKey: column.primary_key === true, notNull: !column.nullable, ...("default" in column ? { default: column.default } : {}) }];
}

function drizzleTable([name, table]) {
  const indexes = (table.indexes ?? []).map((index) => [index.name, {
    name: index.name, isUnique: index.unique === true, concurrently: false, method: "btree", with: {},
    columns: index.columns.map((expression) => ({ expression, isExpression: false, asc: true, nulls: "last" })),
  }]);
  const foreignKeys = (table.foreign_keys ?? []).map((key) => [key.name, {
    name: key.name, tableFrom: name, tableTo: key.referenced_table, columnsFrom: key.columns, columnsTo: key.referenced_columns, onDelete: "no action", onUpdate: "no action",
  }]);
  return ["public." + name, {
    name, schema: "", columns: Object.fromEntries(Object.entries(table.columns).map(drizzleColumn)), indexes: Object.fromEntries(indexes),
    foreignKeys: Object.fromEntries(foreignKeys), compositePrimaryKeys: {}, uniqueConstraints: {}, policies: {}, checkConstraints: {}, isRLSEnabled: false,
  }];
}

function drizzleSnapshot(model, id, prevId) {
  return JSON.stringify({
    id, prevId, version: "7", dialect: "postgresql", tables: Object.fromEntries(Object.entries(model.tables).map(drizzleTable)),
    enums: {}, schemas: {}, sequences: {}, roles: {}, policies: {}, views: {}, _meta: { columns: {}, schemas: {}, tables: {} },
  });
}

export async function work(before, after) {
  const { generateMigration } = require("drizzle-kit/api");
  const [from, to] = [drizzleSnapshot(before, "a", "0"), drizzleSnapshot(withoutDrops(before, after), "b", "a")];
  return async () => (await generateMigration(JSON.parse(from), JSON.parse(to))).join("\n");
}
