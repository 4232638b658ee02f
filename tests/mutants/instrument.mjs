/**
 * Lay every mutant into the sources named, as a switch that an environment variable turns (`__STRYKER_ACTIVE_MUTANT__`, a mutant's id), and
 * print what mutants there are, as JSON. Run: node instrument.mjs src/a.ts src/b.ts
 */

import { readFileSync, writeFileSync } from "node:fs";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const quiet = new Proxy({}, { get: (_, name) => () => name.startsWith("is") && false });
const files = process.argv.slice(2).map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
const made = await new Instrumenter(quiet).instrument(files, { excludedMutations: [], ignorers: [], plugins: null });
for (const { name, content } of made.files) writeFileSync(name, content);
console.log(JSON.stringify(made.mutants));
