/** Loaded before a test: as it ends, write the ids of the mutants that it came by to the file that `REACHED` names. */

import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const reached = globalThis.__stryker__?.mutantCoverage?.static ?? {};
  writeFileSync(process.env.REACHED, JSON.stringify(Object.keys(reached)));
});
