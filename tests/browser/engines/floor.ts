/**
 * What the built script and stylesheet ask of a browser, held against MDN's tables of support.
 *
 *     node floor.ts <folder of the bundles>
 *
 * Prints each name that Chrome 87 or Safari 14.1 lacks, unless it is named below with the reason why that does no harm.
 * A name that several interfaces have is judged by the oldest: the script's types are not known here.
 */

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

interface Compat {
  support: Record<string, Support | Support[]>;
}
interface Support {
  version_added: string | boolean | null;
  prefix?: string;
  flags?: unknown;
}
type Branch = { __compat?: Compat } & { [name: string]: Branch };

const FLOOR: Record<string, number> = { chrome: 87, safari: 14.1 };
const HARMLESS: Record<string, string> = {
  showModal: "asked for before it is called",
  BroadcastChannel: "only Chromium is told by it, and a browser without it is not",
  // of the stylesheet: rules of their own, or declarations without which nothing is lost
  ":has": "the choice is marked by its own control",
  "::details-content": "the script opens what paper wants",
  "::backdrop": "the page behind is not darkened",
  ":focus-visible": "the browser draws a ring of its own",
  "text-wrap": "a nicer break of lines",
  "accent-color": "the browser's own colour",
  "content-visibility": "only inside ::details-content",
  "forced-color-adjust": "only where colours are forced",
  "text-size-adjust": "stands beside the prefixed one",
  "overscroll-behavior": "the page behind may scroll on",
  "scroll-padding-block-start": "a nicer place to land",
  "scroll-margin-block-start": "a nicer place to land",
  "scroll-margin-block": "a nicer place to land",
  size: "the printer's own paper",
};

const tables = createRequire(import.meta.url)("@mdn/browser-compat-data") as Record<string, Branch>;

/** Whether every browser of the floor has it; what the tables do not know is no fault. */
function had({ support }: Compat): boolean {
  return Object.entries(FLOOR).every(([browser, version]) => {
    const entries = [support[browser] ?? []].flat();
    return entries.some(
      ({ version_added, flags }) =>
        !flags &&
        (version_added === true ||
          (typeof version_added === "string" && parseFloat(version_added.replace("≤", "")) <= version)),
    );
  });
}

/** Name of a member to whether any interface that has it is old enough. */
const members = new Map<string, boolean>();
function note(name: string, branch: Branch): void {
  if (branch.__compat) members.set(name, (members.get(name) ?? false) || had(branch.__compat));
}
const interfaces = { ...tables.api, ...tables.javascript!.builtins } as Record<string, Branch>;
for (const [name, branch] of Object.entries(interfaces)) {
  if (name === "__compat") continue;
  note(name, branch);
  for (const [member, below] of Object.entries(branch))
    if (member !== "__compat") note(member.replace(/_static$/, ""), below as Branch);
}

const folder = process.argv[2] ?? ".";
const files = readdirSync(folder);
const lacking = new Set<string>();
const used = new Set<string>();
function report(file: string, name: string): void {
  if (name in HARMLESS) used.add(name);
  else lacking.add(`${file}: ${name}`);
}

/** Whether arguments, of which this is the text after the bracket, have a spread that others follow. */
function spreadsEarly(text: string): boolean {
  let [depth, spread] = [0, false];
  for (const [part] of text.matchAll(/"(?:\\.|[^"])*"|'(?:\\.|[^'])*'|`(?:\\.|[^`])*`|\.{3}|[,()[\]{}]/g)) {
    if ("([{".includes(part)) depth += 1;
    else if (")]}".includes(part)) depth -= 1;
    if (depth < 0) return false;
    if (depth === 0 && part === "..." && !spread) spread = true;
    else if (depth === 0 && part === "," && spread) return true;
  }
  return false;
}

for (const file of files.filter((name) => name.endsWith(".js") && name !== "widget.js")) {
  const text = readFileSync(`${folder}/${file}`, "utf-8");
  // Below Chrome 91 `a?.b(...c, d)` throws where there is no `a`.
  for (const { 0: call, index } of text.matchAll(/\?\.\w*\(/g))
    if (spreadsEarly(text.slice(index + call.length))) report(file, `${call}...spread, more)`);
  for (const [, name = ""] of text.matchAll(/(?:\.|\bnew |(?<![\w$.]))([A-Za-z]\w+)(?:\?\.)?\(/g)) {
    // what the script itself gives a name to is no browser's
    const own = new RegExp(
      `[{,]\\s*(?:async )?${name}(?::|\\([^)]*\\)\\s*\\{)|function ${name}\\(|(?<![.\\w])${name}=[^=]`,
    ).test(text);
    if (members.get(name) === false && !own) report(file, name);
  }
}

const css = readFileSync(`${folder}/book.css`, "utf-8");
const { properties, selectors } = tables.css as unknown as Record<string, Record<string, Branch>>;
for (const [, name = ""] of css.matchAll(/[{;]([a-z-]+):/g)) {
  const compat = properties![name]?.__compat;
  if (compat && !had(compat)) report("book.css", name);
}
const rules = css.replace(/\{[^{}]*\}/g, "{}");
for (const [, colons = "", name = ""] of rules.matchAll(/(::?)([a-z-]+)/g)) {
  const compat = selectors![name]?.__compat;
  // `:is` stands beside its older name
  if (compat && name !== "is" && !had(compat)) report("book.css", colons + name);
}

for (const name of Object.keys(HARMLESS))
  if (!used.has(name)) lacking.add(`${name} is not used: take it out of the list`);
for (const one of lacking) console.log(one);
process.exitCode = lacking.size ? 1 : 0;
