/** "Five from last week": items that are due again by Leitner's rule, practised as a check of their own. */

import { drawnItems } from "./load.ts";
import { upgradeCheck } from "../check/check.ts";
import * as deeds from "../record/deeds.ts";
import { all, button, goTo, make, one } from "../page/dom.ts";
import { formOf } from "../exam/sittings.ts";
import { checkOnDevice } from "../record/hosts.ts";
import { bank } from "./bank.ts";
import { cards, dueItems } from "./leitner.ts";
import { marks } from "../record/marks.ts";
import type { Players } from "../item/player.ts";
import type { DeviceRecord } from "../record/device.ts";
import { when } from "../record/page-parts.ts";
import { answers, attempt, ids } from "../record/statements.ts";
import { practiceWords } from "../words/learning-words.ts";

const REVIEW = ids.review("five");
const FIVE = 5;

export function upgradeReview(
  root: HTMLElement,
  record: DeviceRecord,
  players: Players,
): () => Promise<void> {
  const text = practiceWords();

  const known = () => cards(marks(record.statements())).filter(({ item }) => unitOf(item));
  const due = () => dueItems(known(), Date.now(), FIVE, unitOf);

  /** The form under way: drawn, and not yet answered to the end. */
  function underWay(): string[] {
    const statements = record.statements();
    const form = formOf(statements, REVIEW).filter(unitOf);
    const given = answers(attempt(statements, REVIEW), REVIEW);
    return form.every((id) => given.has(id)) ? [] : form;
  }

  async function draw(): Promise<void> {
    record.save([deeds.drew("review", REVIEW, due())]);
    await show();
    goTo(one(root, ".co-item legend"));
  }

  async function show(): Promise<void> {
    const form = underWay();
    if (!form.length) return offer();
    const items = await drawnItems(form);
    const sheet = make("section", { class: "co co-check", "data-co": "check", "aria-label": text.review });
    sheet.append(make("ol", { class: "co-items" }, ...items));
    root.replaceChildren(sheet);
    const { restart: _, ...host } = checkOnDevice(record, REVIEW);
    upgradeCheck(sheet, players, {
      ...host,
      completed(score) {
        host.completed(score);
        root.append(next());
      },
    });
  }

  /** What comes after five: the next, or when to come back. */
  function next(): HTMLElement {
    const ready = due().length;
    if (ready) return make("p", {}, button(text.drawFive(ready), draw, "co-primary"));
    const soonest = known().reduce((least, card) => Math.min(least, card.due), Infinity);
    const words = Number.isFinite(soonest)
      ? text.dueNext(when(new Date(soonest).toISOString()))
      : text.nothingAnswered;
    return make("p", { class: "co-due" }, words);
  }

  function offer(): void {
    root.replaceChildren(
      make("p", {}, text.dueCount(known().filter((card) => card.due <= Date.now()).length)),
      next(),
    );
  }

  return async () => {
    // What is being answered stays as it is.
    if (!all(root, ".co-check").length) await show();
  };
}

function unitOf(item: string): string | undefined {
  const { items, checks } = bank();
  const found = items[item];
  return found && !checks[found.check]?.probe ? found.unit : undefined;
}
