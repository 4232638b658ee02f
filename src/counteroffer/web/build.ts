/**
 * Build the bundles. `bundle.py` runs this; `npm run build` does too.
 *
 *     node build.ts [--registry] [--out <folder>]
 *
 * `--registry` only writes the registry of the kinds of items.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Plugin } from "esbuild";

/** The oldest browsers served; `src/page/floor.ts` asks the same of the browser itself. */
const FLOOR = { chrome: 87, safari: 14.1, firefox: 91 };
/** Below the floor a page reads as with scripts off, so its style goes further down. */
const STYLE_FLOOR = { chrome: 80, safari: 14, ios_saf: 14, firefox: 91 };

/**
 * Parts of the JSON-LD library that verifying never comes to: it frames nothing, compacts nothing and reckons with our own
 * digest. Left out too are its platform, which would fetch contexts, and its cache, which has two of them to keep.
 */
const SPARED: [RegExp, RegExp, string][] = [
  [/\/(?:compact|flatten|frame|fromRdf)(?:\.js)?$/, /\/jsonld\//, "module.exports = {};"],
  [/\/(?:MessageDigest|RDFC10Sync)(?:\.js)?$/, /\/rdf-canonize\//, "module.exports = {};"],
  [/^\.\/platform$/, /\/jsonld\//, "exports.setupGlobals = exports.setupDocumentLoaders = () => {};"],
  [/^lru-cache$/, /\/jsonld\//, "module.exports = class extends Map { constructor() { super(); } };"],
];
const spare: Plugin = {
  name: "spare",
  setup(build) {
    SPARED.forEach(([filter, by, contents], place) => {
      const namespace = `spared-${place}`;
      build.onResolve({ filter }, ({ path, importer }) =>
        by.test(importer.replaceAll("\\", "/")) ? { path, namespace } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: "js" }));
    });
  },
};

/** The libraries of that page, whose licences ask to be handed on with them. */
const THEIRS = ["jsonld", "rdf-canonize", "@noble/ed25519", "@noble/hashes", "@scure/base", "fflate"];
const notices = (): string =>
  THEIRS.map(
    (name) => `/*! ${name}\n${readFileSync(`${here}node_modules/${name}/LICENSE`, "utf8").trim()}\n*/`,
  ).join("\n");

const here = fileURLToPath(new URL(".", import.meta.url));
const { values } = parseArgs({ options: { registry: { type: "boolean" }, out: { type: "string" } } });

writeRegistry();
if (!values.registry) {
  await build(values.out ?? `${here}dist`).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

/** A kind of item is whatever folder has a player: adding one touches no central file. */
function writeRegistry(): void {
  const kinds = readdirSync(`${here}../course/kinds`)
    .sort()
    .filter((kind) => existsSync(`${here}../course/kinds/${kind}/player.ts`));
  const lines = [
    "/** Made by build.ts from the folders of the kinds. */",
    'import type { Player } from "../src/item/player.ts";',
    ...kinds.map((kind) => `import ${kind} from "../../course/kinds/${kind}/player.ts";`),
    `export const kinds: Player[] = [${kinds.join(", ")}];`,
  ];
  mkdirSync(`${here}generated`, { recursive: true });
  writeFileSync(`${here}generated/kinds.ts`, `${lines.join("\n")}\n`);
}

async function build(out: string): Promise<void> {
  const esbuild = await import("esbuild");
  const { minify } = await import("terser");
  const shared = {
    absWorkingDir: here,
    bundle: true,
    minify: true,
    target: Object.entries(FLOOR).map(([browser, version]) => `${browser}${version}`),
    charset: "utf8" as const,
    legalComments: "none" as const,
    // Chrome below 91 has a fault in one use of it, which is looked for in what is built (`tests/browser/engines/floor.ts`).
    supported: { "optional-chain": true },
    logLevel: "silent" as const,
  };
  const entries = [
    { entryPoints: ["src/entries/head.ts"], outfile: `${out}/head.js`, format: "iife" as const },
    { entryPoints: ["src/entries/book.ts"], outfile: `${out}/learner.js`, format: "iife" as const },
    { entryPoints: ["src/entries/case.ts"], outfile: `${out}/case.js`, format: "iife" as const },
    { entryPoints: ["src/entries/record.ts"], outfile: `${out}/record.js`, format: "iife" as const },
    { entryPoints: ["src/entries/practice.ts"], outfile: `${out}/practice.js`, format: "iife" as const },
    { entryPoints: ["src/entries/exam.ts"], outfile: `${out}/exam.js`, format: "iife" as const },
    { entryPoints: ["src/entries/sitting.ts"], outfile: `${out}/sitting.js`, format: "iife" as const },
    { entryPoints: ["src/entries/room.ts"], outfile: `${out}/room.js`, format: "iife" as const },
    { entryPoints: ["src/entries/audit.ts"], outfile: `${out}/audit.js`, format: "iife" as const },
    {
      entryPoints: ["src/entries/verify.ts"],
      outfile: `${out}/verify.js`,
      format: "iife" as const,
      plugins: [spare],
      // other people's code, in which that use is not looked for
      supported: {},
      banner: { js: notices() },
    },
    { entryPoints: ["src/entries/older.ts"], outfile: `${out}/older.js`, format: "iife" as const },
    { entryPoints: ["src/entries/timeline.ts"], outfile: `${out}/timeline.js`, format: "iife" as const },
    { entryPoints: ["src/entries/search.ts"], outfile: `${out}/search.js`, format: "iife" as const },
    { entryPoints: ["src/entries/reading.ts"], outfile: `${out}/reading.js`, format: "iife" as const },
    { entryPoints: ["src/entries/bland.ts"], outfile: `${out}/measures.js`, format: "iife" as const },
    { entryPoints: ["src/entries/widget.ts"], outfile: `${out}/widget.js`, format: "esm" as const },
  ];
  mkdirSync(out, { recursive: true });
  for (const entry of entries) {
    const [built] = (await esbuild.build({ ...shared, ...entry, write: false })).outputFiles;
    // Its names are short and of few letters: a twentieth less to load.
    const { code } = await minify(built!.text, {
      ecma: 2020,
      module: entry.format === "esm",
      compress: { passes: 3 },
    });
    writeFileSync(entry.outfile, code!);
  }
  await writeStylesheet(`${out}/book.css`);
}

/** One stylesheet of its parts: selectors and properties that older browsers lack are written out for them. */
async function writeStylesheet(file: string): Promise<void> {
  const { bundle, Features } = await import("lightningcss");
  const asNumber = (version: number) => (Math.floor(version) << 16) | (Math.round((version % 1) * 10) << 8);
  const { code } = bundle({
    filename: `${here}../book/theme/styles/book.css`,
    minify: true,
    targets: Object.fromEntries(
      Object.entries(STYLE_FLOOR).map(([browser, version]) => [browser, asNumber(version)]),
    ),
    // the colours of tokens.css are chosen by a page's own means
    exclude: Features.LightDark,
  });
  writeFileSync(file, code);
}
