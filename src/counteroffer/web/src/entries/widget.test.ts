import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseHtml, checkHtml } from "../testing/faces.ts";
import { choose, find, press } from "../testing/page.ts";
import widget from "./widget.ts";

function kernel(traits: Record<string, unknown>) {
  const listeners = new Map<string, Set<() => void>>();
  const on = (event: string) => listeners.get(event) ?? listeners.set(event, new Set()).get(event)!;
  const model = {
    saved: 0,
    get: (name: string) => traits[name],
    set(name: string, value: unknown) {
      traits[name] = value;
      on(`change:${name}`).forEach((listener) => listener());
    },
    save_changes: () => void (model.saved += 1),
    on: (event: string, listener: () => void) => void on(event).add(listener),
    off: (event: string, listener: () => void) => void on(event).delete(listener),
  };
  const view = () => {
    const el = document.createElement("div");
    document.body.append(el);
    return { el, close: widget.render({ model, el }) };
  };
  return {
    model: Object.assign(model, {
      hear: (event: string) => on(event).forEach((listener) => listener()),
    }),
    traits,
    view,
    listening: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
  };
}

test("a check tells Python each checked answer, and shows what Python sets", () => {
  const { model, traits, view, listening } = kernel({
    kind: "check",
    html: checkHtml(["single"]),
    answers: {},
  });
  const { el, close } = view();
  choose(el, "input[value=c]");
  assert.deepEqual(traits.answers, {}, "a draft is the learner's own");
  press(el, "Check answer");
  assert.deepEqual(traits.answers, { "single-1": "c" });
  assert.equal(model.saved, 1);
  model.set("answers", { "single-1": "b" });
  assert.ok(find<HTMLInputElement>(el, "input[value=b]").checked);
  assert.equal(find(el, ".co-item").dataset.result, "right");
  model.set("answers", {});
  assert.equal(find(el, ".co-item").dataset.result, undefined);
  close?.();
  assert.equal(listening(), 0);
});

test("two views of one widget share its state, and no id", () => {
  const html = checkHtml(["single"])
    .replace('class="co-vignette"', 'class="co-vignette" id="situation"')
    .replace("<fieldset>", '<fieldset aria-describedby="item-single-1 situation">');
  const { view } = kernel({ kind: "check", html, answers: {} });
  const [one, other] = [view().el, view().el];
  choose(one, "input[value=b]");
  press(one, "Check answer");
  assert.equal(find(other, ".co-item").dataset.result, "right");
  const ids = Array.from(document.querySelectorAll(".co-js [id]"), ({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const label = find(other, "label");
  assert.equal(find(other, "input").id, label.getAttribute("for"));
  const told = find(other, "fieldset").getAttribute("aria-describedby")!.split(" ");
  assert.deepEqual(told, [find(other, ".co-item").id, find(other, ".co-vignette").id]);
});

test("a case keeps its path in Python, and follows it", () => {
  const { model, traits, view } = kernel({ kind: "case", html: caseHtml(), path: [] });
  const { el } = view();
  choose(el, "input[value=wait]");
  press(el, "Decide");
  assert.deepEqual(traits.path, [{ decision: "first", cards: [], option: "wait" }]);
  assert.ok(find(el, ".co-outcome .co-chosen"), "its own change does not sweep the consequence away");
  model.set("path", [
    { decision: "first", cards: [], option: "wait" },
    { decision: "second", cards: [], option: "hold" },
  ]);
  assert.ok(!find(el, "[data-ending=home]").hidden);
});

test("two views of one widget stay in step: what is being made, what happens then, going on", () => {
  const check = kernel({ kind: "check", html: checkHtml(["single"]), answers: {} });
  const [one, other] = [check.view().el, check.view().el];
  choose(one, "input[value=c]");
  assert.ok(find<HTMLInputElement>(other, "input[value=c]").checked);
  assert.ok(find<HTMLInputElement>(one, "input[value=c]").checked, "the other view's group is its own");
  const played = kernel({ kind: "case", html: caseHtml(), path: [] });
  const [left, right] = [played.view().el, played.view().el];
  choose(left, "input[value=wait]");
  press(left, "Decide");
  assert.match(find(right, ".co-outcome").textContent!, /You chose A/);
  press(right, "Go on");
  assert.ok(!find(left, "[data-decision=second]").hidden);
});

test("two copies of the script in one notebook give no id twice", async () => {
  const copy = (await import(`./widget.ts?copy=${Math.random()}`)) as { default: typeof widget };
  document.body.innerHTML = "";
  for (const one of [widget, copy.default]) {
    const el = document.createElement("div");
    document.body.append(el);
    const traits: Record<string, unknown> = { kind: "check", html: checkHtml(["single"]), answers: {} };
    const nothing = () => undefined;
    const model = {
      get: (name: string) => traits[name],
      set: nothing,
      save_changes: nothing,
      on: nothing,
      off: nothing,
    };
    one.render({ model, el });
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  assert.ok(ids.length > 3);
  assert.equal(new Set(ids).size, ids.length);
});

test("a kernel that was started anew: the widget says that it is not connected, one without a face as well", () => {
  for (const html of [checkHtml(["single"]), ""]) {
    const { model, view } = kernel({ html, answers: {} });
    const { el } = view();
    assert.equal(find(el, ".co-unkept").textContent, "");
    model.set("comm_live", undefined);
    model.hear("comm_live_update");
    assert.match(find(el, ".co-unkept").textContent!, /^Not connected: answers are not reaching Python\./);
  }
});

test("what cannot be upgraded stays readable", (context) => {
  const logged = context.mock.method(console, "error", () => undefined);
  const html = '<section data-co="case"><script class="co-machine">{oops</script><p>Static</p></section>';
  const { el } = kernel({ html }).view();
  assert.match(el.textContent ?? "", /Static/);
  assert.equal(logged.mock.callCount(), 1);
});
