// Prisma's schema engine reads two models and writes the upgrade.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const TYPES = { BIGINT: "BigInt", VARCHAR: "String", TEXT: "String", INTEGER: "Int", NUMERIC: "Decimal", BOOLEAN: "Boolean", TIMESTAMP: "DateTime", JSONB: "Json" };

function field([name, column]) {
  const [, type, size] = /^(\w+)(\(.*\))?$/.exec(column.type);
  const native = { VARCHAR: ` @db.VarChar${size}`, NUMERIC: ` @db.Decimal${size}` }[type] ?? "";
  const value = "default" in column ? ` @default(${column.default === "CURRENT_TIMESTAMP" ? "now()" : column.default.replaceAll("'", '"')})` : "";
  return `  ${name} ${TYPES[type]}${column.nullable ? "?" : ""}${column.primary_key ? " @id" : ""}${native}${value}`;
}

function schemaOf(model) {
  const fields = Object.fromEntries(Object.entries(model.tables).map(([name, table]) => [name, Object.entries(table.columns).map(field)]));
  for (const [name, table] of Object.entries(model.tables)) {
    for (const key of table.foreign_keys ?? []) {
      fields[name].push(`  previous ${key.referenced_table}? @relation("${name}", fields: [${key.columns}], references: [${key.referenced_columns}], map: "${key.name}")`);
      fields[key.referenced_table].push(`  next_${name} ${name}[] @relation("${name}")`);
    }
    for (const index of table.indexes ?? []) {
      fields[name].push(`  @@${index.unique ? "unique" : "index"}([${index.columns}], map: "${index.name}")`);
    }
  }
  return 'datasource db {\n  provider = "postgresql"\n}\n' + Object.entries(fields).map(([name, lines]) => `model ${name} {\n${lines.join("\n")}\n}\n`).join("");
}

/** One engine serves all sizes. The package's own entry imports the WebAssembly as a module, which this Node may not do yet. */
async function schemaEngine() {
  const entry = require.resolve("@prisma/schema-engine-wasm");
  const glue = await import(entry.replace(/\.js$/, "_bg.js"));
  const { instance } = await WebAssembly.instantiate(readFileSync(entry.replace(/\.js$/, "_bg.wasm")), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue.SchemaEngine.new({ datamodels: [["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n']] }, () => {}, NO_DATABASE);
}

/** The engine wants a connection, which the difference of two models does not use. */
const ok = (value) => ({ ok: true, value });
const CONNECTION = {
  provider: "postgres", adapterName: "none", getConnectionInfo: () => ok({ supportsRelationJoins: false }), dispose: async () => ok(), executeScript: async () => ok(),
  executeRaw: async () => ok(0), queryRaw: async () => ok({ columnNames: [], columnTypes: [], rows: [] }),
};
const NO_DATABASE = { ...CONNECTION, connect: async () => ok(CONNECTION), connectToShadowDb: async () => ok(CONNECTION) };

let engine;

export async function work(before, after) {
  const schema = (content) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] });
  const [from, to] = [schema(schemaOf(before)), schema(schemaOf(after))];
  engine ??= await schemaEngine();
  return async () => (await engine.diff({ from, to, script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] } })).stdout;
}
