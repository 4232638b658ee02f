/** The practice examination: a form drawn by the blueprint, answered without feedback, marked when it is handed in. */

import { drawnItems } from "../practice/load.ts";
import * as deeds from "../record/deeds.ts";
import { askingButton, button, goTo, make, one, region, say } from "../page/dom.ts";
import { byChance, forms, freshForm, timesSeen } from "./forms.ts";
import { examResult } from "./result.ts";
import { EXAM, exams, formOf, isHandedIn } from "./sittings.ts";
import { upgradeItem } from "../item/item.ts";
import type { ItemFace } from "../item/item.ts";
import { asShare } from "../item/points.ts";
import { bank } from "../practice/bank.ts";
import type { Blueprint } from "../practice/bank.ts";
import type { Players } from "../item/player.ts";
import type { DeviceRecord } from "../record/device.ts";
import { encode } from "../item/respond.ts";
import type { Response } from "../item/respond.ts";
import { answers, attempt, ids, responseOf } from "../record/statements.ts";
import type { Marks } from "../record/statements.ts";
import { stopwatch } from "../record/stopwatch.ts";
import { practiceWords } from "../words/learning-words.ts";

export function upgradeExam(root: HTMLElement, record: DeviceRecord, players: Players, blueprint: Blueprint) {
  const text = practiceWords();
  const live = region();
  const clock = stopwatch(record, `${EXAM}:seconds`);

  const form = () => formOf(record.statements(), EXAM).filter((id) => bank().items[id]);

  async function begin(): Promise<void> {
    const drawn = freshForm(forms(bank()), timesSeen(record.statements()), record.seed());
    record.save([deeds.drew("exam", EXAM, drawn)], {
      [`${EXAM}:seconds`]: undefined,
    });
    await show();
    goTo(one(root, ".co-item legend"));
  }

  /** The faces of the form's items, with what was answered so far; a handed-in form shows its feedback. */
  function faces(entries: HTMLElement[], done: boolean): ItemFace[] {
    const given = answers(attempt(record.statements(), EXAM), EXAM);
    return entries.flatMap((entry) => {
      const player = players.get(entry.dataset.kind ?? "");
      if (!player) return [];
      const nothing = () => undefined;
      const face = upgradeItem(
        entry,
        player,
        { mode: "exam", seed: record.seed() },
        { changed, answered: nothing, again: nothing },
      );
      const statement = given.get(face.id);
      const draft = record.draft(ids.item(EXAM, face.id)) as Response | undefined;
      if (done) face.show(statement && responseOf(statement, player.shape), Boolean(statement));
      else face.show(draft, false);
      face.mount();
      return [face];
    });
  }

  const bar = make("p", { class: "co-exam-bar" });

  function changed(face: ItemFace): void {
    record.save([], { [ids.item(EXAM, face.id)]: face.read() });
    clock.keep();
    showBar();
  }

  const answeredSoFar = () =>
    form().filter((id) => encode((record.draft(ids.item(EXAM, id)) as Response | undefined) ?? "")).length;

  function showBar(): void {
    const left = Math.ceil(blueprint.minutes - clock.seconds() / 60);
    bar.textContent = text.standing(answeredSoFar(), form().length, left);
  }

  /** The items of a handed-in form that did not earn a whole mark. */
  function lost(drawn: string[]): string[] {
    const given = answers(attempt(record.statements(), EXAM), EXAM);
    return drawn.filter((id) => given.get(id)?.result?.score?.scaled !== 1);
  }

  function handIn(items: ItemFace[]): void {
    const { items: facts } = bank();
    const marks: Marks = {};
    let earned = 0;
    const made = items.flatMap((item) => {
      const response = record.draft(ids.item(EXAM, item.id)) as Response | undefined;
      const given = response !== undefined && encode(response) !== "";
      const score = given ? asShare(item.score(response)) : 0;
      const outcome = facts[item.id]!.outcome;
      const [some, of] = marks[outcome] ?? [0, 0];
      marks[outcome] = [some + score, of + 1];
      earned += score;
      return given ? [deeds.answered(EXAM, item.id, response, score, item.player.interaction)] : [];
    });
    const share = earned / items.length;
    const done = deeds.handedIn(EXAM, share, share >= blueprint.pass_mark, clock.seconds(), marks);
    const drafts = Object.fromEntries(
      [...items.map(({ id }) => ids.item(EXAM, id)), `${EXAM}:seconds`].map((id) => [id, undefined]),
    );
    clock.stop();
    record.save([...made, done], drafts);
  }

  async function show(): Promise<void> {
    const drawn = form();
    if (!drawn.length) return offer();
    const done = isHandedIn(record.statements());
    const items = faces(await drawnItems(drawn), done);
    const list = make("ol", { class: "co-items" }, ...items.map(({ element }) => element));
    const sheet = make(
      "section",
      { class: "co co-check co-live", "data-mode": "exam", "aria-label": text.exam },
      list,
    );
    if (done) {
      const taken = exams(record.statements());
      const result = examResult(
        taken[taken.length - 1]!,
        blueprint,
        bank(),
        lost(drawn),
        byChance(drawn, bank()),
      );
      root.replaceChildren(result, make("p", {}, button(text.drawAnother, begin)), sheet);
      return;
    }
    const submit = askingButton(
      text.handIn,
      text.surely,
      () => say(live, text.unanswered(drawn.length - answeredSoFar())),
      async () => {
        handIn(items);
        await show();
        goTo(one(root, ".co-exam-result h3"));
      },
    );
    submit.classList.add("co-primary");
    clock.run(showBar, (minutes) => say(live, minutes ? text.left(minutes) : text.over), blueprint.minutes);
    root.replaceChildren(bar, sheet, make("div", { class: "co-actions" }, submit), live);
    showBar();
  }

  function offer(): void {
    const { items, minutes, pass_mark } = blueprint;
    root.replaceChildren(
      make("p", {}, text.rules(items, minutes, Math.round(pass_mark * 100))),
      button(text.begin, begin, "co-primary"),
    );
  }

  return show;
}
