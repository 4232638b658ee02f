/** The live kernel: checks and cases inside an anywidget, their state kept by Python; without a face, only the line that tells of the kernel. */

import type { Step } from "../case/machine.ts";
import { upgradeCase } from "../case/case.ts";
import { upgradeCheck } from "../check/check.ts";
import type { Face } from "../check/check.ts";
import { all, one, region, say } from "../page/dom.ts";
import type { CaseHost, CheckHost, Responses, Written } from "../record/hosts.ts";
import { byKind } from "../item/player.ts";
import { same } from "../item/respond.ts";
import type { Response } from "../item/respond.ts";
import { newId } from "../record/store.ts";
import { kernelWords } from "../words/words.ts";
import { kinds } from "../../generated/kinds.ts";

interface Model {
  get(trait: string): unknown;
  set(trait: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

/** One trait of the model; what this view itself sets does not come back to it as news. */
function trait<T>(model: Model, name: string, none: T) {
  let own: unknown = model.get(name);
  return {
    get: () => (model.get(name) ?? none) as T,
    set(value: T) {
      own = value;
      model.set(name, value);
      model.save_changes();
    },
    onNews(listener: () => void): () => void {
      const heard = () => {
        if (same(model.get(name), own)) return;
        own = model.get(name);
        listener();
      };
      model.on(`change:${name}`, heard);
      return () => model.off(`change:${name}`, heard);
    },
  };
}

/** What the views of one widget share and Python need not know: answers being made, what was read. */
interface Session {
  drafts: Record<string, Response | null>;
  sures: Record<string, number>;
  seen: Set<string>;
  picked?: string;
  written: Record<string, Written>;
  /** The path whose last decision's outcome is being read. */
  told?: Step[];
  views: Set<() => void>;
}

const sessions = new Map<string, Session>();
const SESSION = "_counteroffer_session";

/** Kept under a name that the model carries on this side only: each view may be given an object of its own for it. */
function sessionOf(model: Model): Session {
  let name = model.get(SESSION) as string | undefined;
  if (name === undefined) model.set(SESSION, (name = newId()));
  const found = sessions.get(name) ?? {
    drafts: {},
    sures: {},
    written: {},
    seen: new Set(),
    views: new Set(),
  };
  sessions.set(name, found);
  return found;
}

/** Followed by the other views of the session, and by what Python sets. */
function shared(model: Model, state: { onNews(listener: () => void): () => void }) {
  const session = sessionOf(model);
  let own: (() => void) | undefined;
  return {
    session,
    tell: () => session.views.forEach((view) => view !== own && view()),
    follow(face: Face): () => void {
      own = () => face.refresh();
      session.views.add(own);
      const end = state.onNews(own);
      return () => {
        session.views.delete(own!);
        end();
      };
    },
  };
}

function checkInKernel(model: Model) {
  const answers = trait<Responses>(model, "answers", {});
  const { session, tell, follow } = shared(model, answers);
  let known = answers.get();
  const host: CheckHost = {
    load() {
      // An answer that Python set takes the place of one that was being made.
      for (const item of Object.keys({ ...known, ...answers.get() })) {
        if (!same(known[item], answers.get()[item])) delete session.drafts[item];
      }
      known = answers.get();
      return { answers: answers.get(), drafts: { ...session.drafts }, sures: { ...session.sures } };
    },
    draft(item, response, sure) {
      session.drafts[item] = response;
      if (sure !== undefined) session.sures[item] = sure;
      tell();
    },
    answer(item, { response }) {
      delete session.drafts[item];
      known = { ...answers.get(), [item]: response };
      answers.set(known);
      tell();
      return true;
    },
    completed: () => undefined,
    restart() {
      session.drafts = {};
      known = {};
      answers.set({});
      tell();
    },
  };
  return { host, follow };
}

function caseInKernel(model: Model) {
  const path = trait<Step[]>(model, "path", []);
  const { session, tell, follow } = shared(model, path);
  const host: CaseHost = {
    load: () => ({
      path: path.get(),
      seen: [...session.seen],
      told: same(session.told, path.get()),
      picked: session.picked,
      written: session.written,
    }),
    save(steps, ending) {
      if (ending) session.seen.add(ending);
      session.told = steps[steps.length - 1]?.option === undefined ? undefined : steps;
      session.picked = undefined;
      if (!steps.length) session.written = {};
      path.set(steps);
      tell();
      return true;
    },
    pick(_, option) {
      session.picked = option;
      tell();
    },
    wentOn() {
      session.told = undefined;
      tell();
    },
    write(decision, written) {
      session.written = { ...session.written, [decision]: written };
    },
  };
  return { host, follow };
}

/** The same widget may be shown twice in one notebook, and each copy may bring this script: each view gets ids of its own. */
function ownIds(root: HTMLElement): void {
  const view = newId().slice(0, 8);
  const mine = (id: string) => `${id}-view-${view}`;
  const known = new Set(all(root, "[id]").map(({ id }) => id));
  for (const element of all(root, "[id]")) element.id = mine(element.id);
  // Radio buttons of one name are one group, in whichever view they stand.
  for (const element of all(root, "input[name],select[name]")) {
    element.setAttribute("name", mine(element.getAttribute("name") ?? ""));
  }
  const references = { for: "", "aria-labelledby": "", "aria-describedby": "", href: "#" };
  for (const [attribute, mark] of Object.entries(references)) {
    for (const element of all(root, `[${attribute}]`)) {
      const named = (element.getAttribute(attribute) ?? "").split(" ");
      const anew = (name: string) =>
        name.startsWith(mark) && known.has(name.slice(mark.length))
          ? mark + mine(name.slice(mark.length))
          : name;
      element.setAttribute(attribute, named.map(anew).join(" "));
    }
  }
}

function upgrade(model: Model, root: HTMLElement): (() => void) | undefined {
  if (root.dataset.co === "check") {
    const { host, follow } = checkInKernel(model);
    return follow(upgradeCheck(root, byKind(kinds), host));
  }
  if (root.dataset.co === "case") {
    const { host, follow } = caseInKernel(model);
    return follow(upgradeCase(root, host));
  }
  return undefined;
}

/** Jupyter says so when the line to the kernel is cut, as by a restart: what is done here then reaches nobody. */
function watchKernel(model: Model, el: HTMLElement): () => void {
  const live = region("co-unkept");
  el.prepend(live);
  const look = () => {
    const connected = (model as { comm_live?: boolean }).comm_live === true;
    if (connected) live.replaceChildren();
    else say(live, kernelWords().notConnected);
  };
  model.on("comm_live_update", look);
  return () => model.off("comm_live_update", look);
}

function render({ model, el }: { model: Model; el: HTMLElement }): (() => void) | undefined {
  el.classList.add("co-js");
  el.innerHTML = String(model.get("html"));
  ownIds(el);
  const root = one(el, "[data-co]");
  try {
    const close = root && upgrade(model, root);
    const end = watchKernel(model, el);
    return () => {
      end();
      close?.();
    };
  } catch (error) {
    console.error(error);
    el.innerHTML = String(model.get("html"));
    return undefined;
  }
}

export default { render };
