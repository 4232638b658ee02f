/** The page that verifies: files dropped, chosen or pasted, and an answer to each question. Nothing is kept, nothing is sent. */

import { all, button, goTo, make, region, say } from "../page/dom.ts";
import { LARGEST, nothing, take } from "./files.ts";
import { fingerprint } from "./issuer.ts";
import { answerOf, verify } from "./verify.ts";
import type { Answer } from "./verify.ts";
import { verifyWords } from "../words/verify-words.ts";

export function startVerifying(): void {
  for (const root of all(document, "[data-co=verify]")) build(root);
}

function build(root: HTMLElement): void {
  const words = verifyWords();
  let given = nothing();
  const files = make("input", {
    type: "file",
    multiple: "",
    accept: ".json,.pdf,application/json,application/pdf",
    id: "co-verify-files",
  });
  const pasted = make("textarea", {
    rows: "4",
    id: "co-verify-pasted",
    spellcheck: "false",
    autocomplete: "off",
  });
  const word = make("input", {
    type: "text",
    id: "co-verify-word",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
  });
  const has = region();
  const result = make("div", { class: "co-verdicts" });
  const drop = make(
    "div",
    { class: "co-drop" },
    make("p", {}, words.drop),
    make("label", { for: files.id }, words.choose),
    files,
  );

  async function add(list: Iterable<File>): Promise<void> {
    const foreign: string[] = [];
    for (const file of list) {
      const read = file.size > LARGEST ? undefined : new Uint8Array(await file.arrayBuffer());
      if (!read || !take(given, read)) foreign.push(words.notOurs(file.name));
    }
    files.value = "";
    result.replaceChildren();
    say(
      has,
      [words.have(given.certificates.length, given.issuers.length, given.lists.length), ...foreign].join(
        " · ",
      ),
    );
  }

  async function look(): Promise<void> {
    const now = { ...given, certificates: [...given.certificates] };
    if (pasted.value.trim() && !take(now, new TextEncoder().encode(pasted.value.trim())))
      now.certificates.push(pasted.value);
    if (now.certificates.length === 0) return say(has, words.none);
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const shown: Node[] = now.issuers.map((one) => make("p", {}, words.issuer(one.name, fingerprint(one))));
    if (shown.length > 0) shown.push(make("p", {}, words.compare));
    for (const one of now.certificates)
      shown.push(await verdict(one, { issuers: now.issuers, lists: now.lists, at, word: word.value }));
    result.replaceChildren(...shown);
    goTo(result.querySelector<HTMLElement>("h3") ?? undefined);
  }

  function clear(): void {
    given = nothing();
    pasted.value = word.value = "";
    result.replaceChildren();
    say(has, words.have(0, 0, 0));
    files.focus();
  }

  // anywhere on the page: beside the frame the browser would leave the page for the file
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    void add(event.dataTransfer?.files ?? []);
  });
  files.addEventListener("change", () => void add([...(files.files ?? [])]));
  root.replaceChildren(
    drop,
    make("p", {}, make("label", { for: pasted.id }, words.paste), pasted),
    make("p", {}, make("label", { for: word.id }, words.word), word),
    make(
      "p",
      {},
      button(words.look, () => void look()),
      " ",
      button(words.clear, clear),
    ),
    has,
    result,
  );
}

async function verdict(document: unknown, given: Parameters<typeof verify>[1]): Promise<HTMLElement> {
  const words = verifyWords();
  const findings = await verify(document, given);
  const answers: Record<Answer, string> = { yes: words.yes, no: words.no, open: words.open };
  const title = { yes: words.accepted, no: words.refused, open: words.unsettled }[answerOf(findings)];
  const { name } = document as { name?: unknown };
  return make(
    "section",
    { "data-answer": answerOf(findings) },
    make("h3", {}, typeof name === "string" ? `${name}: ${title}` : title),
    make(
      "ul",
      {},
      ...findings.map((one) =>
        make("li", { "data-about": one.about }, make("b", {}, answers[one.answer]), ` ${one.says}`),
      ),
    ),
  );
}
