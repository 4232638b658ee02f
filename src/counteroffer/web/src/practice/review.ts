/** "Five from last week": objectives that are due again by Leitner's rule, each by another of its items. */

import { drawnItems } from "./load.ts";
import { retry } from "./retry.ts";
import { dice } from "../item/shuffle.ts";
import { upgradeCheck } from "../check/check.ts";
import * as deeds from "../record/deeds.ts";
import { all, button, goToQuestion, make, one } from "../page/dom.ts";
import { formOf, sittingOf } from "../exam/practice-exams.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { bank, editionOfItem, practiceItems } from "./bank.ts";
import { cards, dateOf, dayOf, dueItems } from "./leitner.ts";
import { marks, present } from "../record/marks.ts";
import type { Mark } from "../record/marks.ts";
import type { Players } from "../item/player.ts";
import type { DeviceRecord } from "../record/device.ts";
import { answers, attempt, ids } from "../record/statements.ts";
import { newId } from "../record/store.ts";
import { viewOf } from "../record/view.ts";
import { reviewWords } from "../words/learning-words.ts";

const REVIEW = ids.review("five");
const FIVE = 5;

export function upgradeReview(root: HTMLElement, record: DeviceRecord, players: Players): void {
  const text = reviewWords();
  const view = viewOf(record, () => false);
  /** The sitting whose items stand here. */
  let shown: string | undefined;

  const sitting = () => sittingOf(record.statements(), REVIEW);
  const today = () => dayOf(Date.now());
  const past = () => present(marks(record.statements()), editionOfItem).filter(({ item }) => unitOf(item));
  const known = () => cards(past(), today(), (item) => bank().items[item]!.objectives);
  const due = () => dueItems(known(), today(), FIVE, begun(past()), past());

  /** The form under way: drawn, and not yet answered to the end. */
  function underWay(): string[] {
    const statements = record.statements();
    const form = formOf(statements, REVIEW).filter(unitOf);
    const given = answers(attempt(statements, REVIEW), REVIEW);
    return form.every((id) => given.has(id)) ? [] : form;
  }

  /** Nothing is recorded before the form stands. */
  async function draw(): Promise<void> {
    const before = sitting();
    const form = due();
    await retry(
      root,
      () => drawnItems(form),
      async () => {
        // a double click, or another window, may have drawn some meanwhile
        if (sitting() !== before) return show();
        view.save([deeds.drew("review", REVIEW, form, newId())]);
        await show();
        goToQuestion(one(root, ".co-item"));
      },
    );
  }

  async function show(): Promise<void> {
    const form = underWay();
    shown = sitting();
    if (!form.length) return offer();
    await retry(
      root,
      () => drawnItems(form),
      (items) => {
        const sheet = make("section", {
          class: "co co-check",
          "data-co": "check",
          "aria-label": text.review,
        });
        sheet.append(make("ol", { class: "co-items" }, ...items));
        root.replaceChildren(sheet);
        const { restart: _, ...host } = checkOnDevice(record, REVIEW, shown);
        // Options in an order of this sitting's, and the question how sure one is for one item of each.
        const seed = `${record.seed()} ${shown}`;
        const asked = items[Math.floor(dice(seed)() * items.length)];
        if (asked) asked.dataset.sure = "";
        upgradeCheck(sheet, players, {
          ...host,
          seed,
          completed(mark) {
            host.completed(mark);
            root.append(next());
          },
        });
      },
    );
  }

  /** What comes after five: the next, or when to come back. */
  function next(): HTMLElement {
    const ready = due().length;
    if (ready)
      return make(
        "p",
        {},
        button(text.drawFive(ready), () => void draw(), "co-primary"),
      );
    const soonest = known().reduce((least, card) => Math.min(least, card.due), Infinity);
    const words = Number.isFinite(soonest) ? text.dueNext(onDay(soonest)) : text.nothingAnswered;
    return make("p", { class: "co-due" }, words);
  }

  function offer(): void {
    root.replaceChildren(
      make("p", {}, text.dueCount(known().filter((card) => card.due <= today()).length)),
      next(),
    );
  }

  void show();
  // What is being answered follows the record by itself; another form, or none, is shown anew.
  view.onNews(() => {
    const other = sitting() !== shown;
    if (other || !all(root, ".co-check").length) void show();
  });
}

const onDay = (day: number): string =>
  dateOf(day).toLocaleDateString(document.documentElement.lang || "en", { dateStyle: "medium" });

function unitOf(item: string): string | undefined {
  const { items, checks } = bank();
  const found = items[item];
  return found && !checks[found.check]?.probe ? found.unit : undefined;
}

/** The items of an objective that may come back: those of checks that were begun, so that nothing comes before it was taught. */
function begun(past: Mark[]): (objective: string) => string[] {
  const { items } = bank();
  const checks = new Set(past.map(({ item }) => items[item]!.check));
  const all = practiceItems(bank()).filter(([, { check }]) => checks.has(check));
  return (objective) => all.flatMap(([id, { objectives }]) => (objectives.includes(objective) ? [id] : []));
}
