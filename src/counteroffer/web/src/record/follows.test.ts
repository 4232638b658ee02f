/** Every page follows the record: whatever a browser brings back or fills in again, and whoever changed it. */

import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { upgradeAudit } from "../audit/audit.ts";
import { upgradeCase } from "../case/case.ts";
import { upgradeCheck } from "../check/check.ts";
import { upgradeExplorer } from "../explorer/explorer.ts";
import { noteBox } from "../page/notes.ts";
import { upgradePractice } from "../practice/page.ts";
import { allPlayers } from "../testing/all-players.ts";
import { settled, stock } from "../testing/bank.ts";
import { auditHtml, caseHtml, checkHtml, explorerHtml } from "../testing/faces.ts";
import { choose, find, memoryStore, page } from "../testing/page.ts";
import { caseOnDevice } from "./case-host.ts";
import { openRecord } from "./device.ts";
import type { Change, DeviceRecord } from "./device.ts";
import { auditOnDevice, checkOnDevice, explorerOnDevice } from "./hosts.ts";
import { NOTE, PLACE } from "../testing/record.ts";
import { ids } from "./statements.ts";

const players = await allPlayers();

/** A face, how it comes onto a page, and a control of it that the record knows as chosen, or as left alone. */
const faces: [
  what: string,
  html: string,
  upgrade: (root: HTMLElement, record: DeviceRecord) => unknown,
  control: string,
][] = [
  [
    "check",
    checkHtml(["single"]),
    (root, record) => upgradeCheck(root, players, { ...checkOnDevice(record, ids.check("demo")), seed: "" }),
    "#s-b",
  ],
  ["case", caseHtml(), (root, record) => upgradeCase(root, caseOnDevice(record, "camp")), "[value=wait]"],
  [
    "explorer",
    explorerHtml(),
    (root, record) => upgradeExplorer(root, explorerOnDevice(record, "map")),
    "#map-phase-two",
  ],
  ["audit", auditHtml(), (root, record) => upgradeAudit(root, auditOnDevice(record, "demo")), "#a-safety-2"],
  ["practise", "<div></div>", (root, record) => upgradePractice(root, record, players), "#co-asks-sure"],
];

const other = {
  "#s-b": "#s-a",
  "[value=wait]": "[value=move]",
  "#map-phase-two": "#map-phase-one",
  "#a-safety-2": "#a-safety-0",
};

for (const [what, html, upgrade, control] of faces) {
  test(`r20: ${what}: the record decides over what a browser fills in again, and r01: over what it brings back`, async () => {
    window.counterofferItems = stock();
    const store = memoryStore();
    const root = page(html);
    upgrade(
      root,
      openRecord(() => store),
    );
    await settled();
    const input = () => find<HTMLInputElement>(root, control);
    const untouched = input().checked;
    choose(root, control);
    assert.equal(input().checked, true);
    // as a browser does, without a word
    const filled = other[control as keyof typeof other];
    if (filled) find<HTMLInputElement>(root, filled).checked = true;
    input().checked = false;
    dispatchEvent(new Event("pageshow"));
    assert.equal(input().checked, true);
    // wiped elsewhere, while this page was kept whole
    store.all.clear();
    dispatchEvent(new Event("pageshow"));
    assert.equal(input().checked, untouched);
  });
}

test("r01: a note that is brought back after a wipe is empty", () => {
  const store = memoryStore();
  const record = openRecord(() => store);
  const box = noteBox(record, "demo");
  const field = find<HTMLTextAreaElement>(box, "textarea");
  field.value = "Only for me";
  field.dispatchEvent(new Event("input"));
  store.all.clear();
  dispatchEvent(new Event("pageshow"));
  assert.equal(field.value, "");
});

test("r02: what another window writes is heard by what it concerns, a cleared storage by all, and what is another's by nobody", () => {
  const heard: Change[] = [];
  const record = openRecord(memoryStore);
  const end = record.onChange((change) => void heard.push(change));
  const says = (key: string | null) => dispatchEvent(Object.assign(new Event("storage"), { key }));
  says(`${PLACE}head`);
  says(`${PLACE}draft:${NOTE}`);
  says(null);
  for (const another of [`${PLACE}log:0`, "counteroffer:elsewhere:head", "stuffing"]) says(another);
  end();
  says(null);
  assert.deepEqual(heard, [{ log: true }, { log: false, draft: NOTE }, { log: true, all: true }]);
});
