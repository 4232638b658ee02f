/** The practice examination: a form drawn by the blueprint, answered without feedback, marked when it is handed in. */

import { drawnItems } from "../practice/load.ts";
import { retry } from "../practice/retry.ts";
import * as deeds from "../record/deeds.ts";
import { button, goTo, goToQuestion, make, one, region, say } from "../page/dom.ts";
import { askingButton } from "../page/confirm.ts";
import { byChance, forms, freshForm, timesSeen } from "./forms.ts";
import { markForm } from "./marking.ts";
import { itemPage } from "./item-page.ts";
import type { ItemPage } from "./item-page.ts";
import { examResult } from "./result.ts";
import { EXAM, exams, formOf, isHandedIn, sittingOf } from "./practice-exams.ts";
import { upgradeItem } from "../item/item.ts";
import type { ItemFace } from "../item/item.ts";
import { bank } from "../practice/bank.ts";
import type { Blueprint } from "../practice/bank.ts";
import type { Players } from "../item/player.ts";
import { isWhole, NOTHING } from "../item/points.ts";
import type { DeviceRecord } from "../record/device.ts";
import { markOf } from "../record/marks.ts";
import type { Response } from "../item/respond.ts";
import { answers, attempt, ids, responseOf } from "../record/statements.ts";
import { stopwatch } from "../record/stopwatch.ts";
import { newId } from "../record/store.ts";
import { fits } from "../record/valid.ts";
import { viewOf } from "../record/view.ts";
import { examWords } from "../words/learning-words.ts";

const SECONDS = `${EXAM}:seconds`;
const FLAGS = `${EXAM}:flags`;
/** More than the answers to a long form take. */
const ROOM = 64 * 1024;

export function upgradeExam(
  root: HTMLElement,
  record: DeviceRecord,
  players: Players,
  blueprint: Blueprint,
): void {
  const text = examWords();
  const view = viewOf(record, (draft) => draft.startsWith(ids.item(EXAM, "")));
  const live = region();
  const clock = stopwatch(record, SECONDS);
  const bar = make("p", { class: "co-exam-bar" });
  /** What stands on the page: a sitting, and whether it was handed in. */
  let shown: { sitting: string | undefined; done: boolean } = { sitting: undefined, done: false };
  let items: ItemFace[] = [];
  let page: ItemPage | undefined;

  const form = () => formOf(record.statements(), EXAM).filter((id) => bank().items[id]);
  const standing = () => ({
    sitting: sittingOf(record.statements(), EXAM),
    done: isHandedIn(record.statements()),
  });
  const isShown = () => {
    const { sitting, done } = standing();
    return sitting === shown.sitting && done === shown.done;
  };

  /** Nothing is recorded before the form stands; what was half answered on an earlier form is gone then. */
  async function begin(): Promise<void> {
    const before = standing().sitting;
    const drawn = freshForm(forms(bank()), timesSeen(record.statements()), record.seed());
    await retry(
      root,
      () => drawnItems(drawn),
      async () => {
        // a double click, or another window, may have drawn one meanwhile
        if (standing().sitting !== before) return show();
        view.save([deeds.drew("exam", EXAM, drawn, newId())], noDrafts());
        await show();
        goToQuestion(one(root, ".co-item"));
      },
    );
  }

  const noDrafts = () =>
    Object.fromEntries(
      Object.keys(record.drafts())
        .filter((activity) => activity.startsWith(`${EXAM}:`))
        .map((activity) => [activity, undefined]),
    );

  /** The faces of the form's items, with what was answered so far; a handed-in form shows its feedback, and is locked. */
  function faces(entries: HTMLElement[], done: boolean): ItemFace[] {
    const given = answers(attempt(record.statements(), EXAM), EXAM);
    return entries.flatMap((entry) => {
      const player = players.get(entry.dataset.kind ?? "");
      if (!player) return [];
      const nothing = () => undefined;
      const hooks = { changed, answered: nothing, again: nothing };
      const face = upgradeItem(entry, player, { mode: "exam", seed: record.seed() }, hooks);
      const statement = given.get(face.id);
      if (done) face.show(statement && responseOf(statement, player.shape), Boolean(statement));
      else face.show(draftOf(face), false);
      face.mount();
      const fields = one<HTMLFieldSetElement>(entry, "fieldset");
      if (done && fields) fields.disabled = true;
      return [face];
    });
  }

  function draftOf(face: ItemFace): Response | undefined {
    const draft = record.draft(ids.item(EXAM, face.id), face.edition);
    return fits(draft, face.player.shape) ? draft : undefined;
  }

  function changed(face: ItemFace): void {
    if (!isShown() || shown.done) return follow();
    view.save([], { [ids.item(EXAM, face.id)]: face.read() }, face.edition);
    clock.keep();
    showBar();
  }

  /** Only what is whole counts as an answer: each line of a matching item, each act of a judgement. */
  const isBegun = (face: ItemFace) => draftOf(face) !== undefined;
  const isAnswered = (face: ItemFace) => isBegun(face) && !face.player.missing(face.element);

  function showBar(): void {
    const left = Math.ceil(blueprint.minutes - clock.seconds() / 60);
    bar.textContent = text.standing(items.filter(isAnswered).length, items.length, left);
    page?.update();
  }

  /** What is to be asked before a form is handed in: how many are open, and which are half made. */
  function question() {
    const open = items.filter((face) => !isAnswered(face));
    const halves = items.flatMap((face, at) => (isBegun(face) && !isAnswered(face) ? [at + 1] : []));
    return { ask: text.askHandIn(open.length, halves), yes: text.handIn, no: text.goOn };
  }

  /** Once: another window may have handed the same form in. */
  async function handIn(): Promise<void> {
    if (!isShown() || shown.done) return follow();
    const given = items.map((face) => (isAnswered(face) ? draftOf(face) : undefined));
    const { made, mark, passed, marks } = markForm(items, given, blueprint, shown.sitting!);
    const seconds = clock.seconds();
    clock.stop();
    view.save([...made, deeds.handedIn(EXAM, shown.sitting!, { mark, passed, seconds, marks })], noDrafts());
    await show();
    goTo(one(root, ".co-exam-result h3"));
  }

  /** The items of a handed-in form that did not earn a whole mark. */
  function lost(drawn: string[]): string[] {
    const given = answers(attempt(record.statements(), EXAM), EXAM);
    return drawn.filter((id) => !isWhole(markOf(given.get(id)?.result?.score) ?? NOTHING));
  }

  async function show(): Promise<void> {
    const drawn = form();
    shown = standing();
    clock.stop();
    if (!drawn.length) return offer();
    await retry(
      root,
      () => drawnItems(drawn),
      (entries) => (shown.done ? showResult(drawn, entries) : showForm(entries)),
    );
  }

  const sheet = () =>
    make(
      "section",
      { class: "co co-check co-live", "data-mode": "exam", "aria-label": text.exam },
      make("ol", { class: "co-items" }, ...items.map(({ element }) => element)),
    );

  function showResult(drawn: string[], entries: HTMLElement[]): void {
    page = undefined;
    items = faces(entries, true);
    const taken = exams(record.statements());
    const result = examResult(
      taken[taken.length - 1]!,
      blueprint,
      bank(),
      lost(drawn),
      byChance(drawn, bank()),
    );
    const another = button(text.drawAnother, () => void begin());
    root.replaceChildren(result, make("p", {}, another), sheet());
  }

  function showForm(entries: HTMLElement[]): void {
    items = faces(entries, false);
    const submit = askingButton(text.handIn, question, () => void handIn());
    submit.classList.add("co-primary");
    clock.run(showBar, (minutes) => say(live, minutes ? text.left(minutes) : text.over), blueprint.minutes);
    page = itemPage(
      items.map((face) => ({
        id: face.id,
        element: face.element,
        standing: () => (isAnswered(face) ? "answered" : isBegun(face) ? "half" : "open"),
      })),
      {
        flags: () => (record.draft(FLAGS) as string[] | undefined) ?? [],
        flag: (flagged) => (isShown() && !shown.done ? view.save([], { [FLAGS]: flagged }) : follow()),
        saved: () => record.kept(),
      },
    );
    const top = make("div", { class: "co-exam-top" }, bar, page.jump);
    root.replaceChildren(top, sheet(), page.review, make("div", { class: "co-actions" }, submit), live);
    showBar();
  }

  function offer(): void {
    const { items: number, minutes, pass_mark } = blueprint;
    const warning = record.hasRoom(ROOM) ? [] : [make("p", { class: "co-unkept" }, text.noRoom)];
    root.replaceChildren(
      make("p", {}, text.rules(number, minutes, Math.round(pass_mark * 100))),
      ...warning,
      button(text.begin, () => void begin(), "co-primary"),
    );
  }

  /** Show what the record says now, where that is something else. */
  function follow(): void {
    if (!isShown()) void show();
    else if (!form().length) offer();
    else if (!shown.done && items.length) {
      for (const face of items) face.show(draftOf(face), false);
      showBar();
    }
  }

  void show();
  view.onNews(follow);
}
