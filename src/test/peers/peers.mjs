// node peers.mjs FOLDER TABLES...: what other tools need for the benchmark's work, in process and warm. FOLDER holds the models of the service,
// TABLES.before.json and TABLES.after.json. Prints a line per tool and size: tool, tables, statements written, median and fastest, in milliseconds.
import { readFileSync } from "node:fs";
import * as drizzleKit from "./drizzle-kit.mjs";
import * as mikroOrm from "./mikro-orm.mjs";
import * as prisma from "./prisma.mjs";

const WARM_UP_MILLIS = 3_000;
const MEASURED_MILLIS = 5_000;

async function measure(work) {
  const times = [];
  const start = performance.now();
  for (let from = start; from - start < WARM_UP_MILLIS + MEASURED_MILLIS || times.length < 5;) {
    await work();
    const now = performance.now();
    if (from - start >= WARM_UP_MILLIS) {
      times.push(now - from);
    }
    from = now;
  }
  times.sort((one, other) => one - other);
  return [times[times.length >> 1], times[0]];
}

const [folder, ...sizes] = process.argv.slice(2);
for (const tables of sizes) {
  const [before, after] = ["before", "after"].map((side) => JSON.parse(readFileSync(`${folder}/${tables}.${side}.json`, "utf8")));
  for (const [tool, { work }] of Object.entries({ "drizzle-kit": drizzleKit, MikroORM: mikroOrm, Prisma: prisma })) {
    const run = await work(before, after);
    const statements = (await run()).split(/;\s*$/m).length - 1;
    console.log([tool, tables, statements, ...(await measure(run))].join("\t"));
  }
}
