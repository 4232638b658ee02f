/** The live kernel: the same faces inside an anywidget, their state kept by Python. */

import type { Step } from "../case/machine.ts";
import { upgradeCase } from "../case/case.ts";
import { upgradeCheck } from "../check/check.ts";
import type { Face } from "../check/check.ts";
import { all, one } from "../page/dom.ts";
import { upgradeExplorer } from "../explorer/explorer.ts";
import type { CaseHost, CheckHost, ExplorerHost, Responses } from "../record/hosts.ts";
import { byKind } from "../item/player.ts";
import { same } from "../item/respond.ts";
import type { Response } from "../item/respond.ts";
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

function checkInKernel(model: Model) {
  const answers = trait<Responses>(model, "answers", {});
  const drafts = new Map<string, Response | null>();
  const sures = new Map<string, number>();
  const host: CheckHost = {
    load: () => ({
      answers: answers.get(),
      drafts: Object.fromEntries(drafts),
      sures: Object.fromEntries(sures),
    }),
    draft(item, response, sure) {
      drafts.set(item, response);
      if (sure !== undefined) sures.set(item, sure);
    },
    answer(item, response) {
      drafts.delete(item);
      answers.set({ ...answers.get(), [item]: response });
    },
    completed: () => undefined,
    restart() {
      drafts.clear();
      answers.set({});
    },
  };
  return { host, state: answers, news: () => drafts.clear() };
}

function caseInKernel(model: Model) {
  const path = trait<Step[]>(model, "path", []);
  const seen = new Set<string>();
  const host: CaseHost = {
    load: () => ({ path: path.get(), seen: [...seen] }),
    save(steps, ending) {
      if (ending) seen.add(ending);
      path.set(steps);
    },
  };
  return { host, state: path };
}

function explorerInKernel(model: Model) {
  const setting = trait<Record<string, string>>(model, "setting", {});
  const host: ExplorerHost = { load: () => setting.get(), save: (chosen) => setting.set(chosen) };
  return { host, state: setting };
}

let views = 0;

/** The same widget may be shown twice in one notebook: each view gets ids of its own. */
function ownIds(root: HTMLElement): void {
  views += 1;
  const mine = (id: string) => `${id}-view-${views}`;
  const known = new Set(all(root, "[id]").map(({ id }) => id));
  for (const element of all(root, "[id]")) element.id = mine(element.id);
  const references = { for: "", "aria-labelledby": "", "aria-describedby": "", href: "#" };
  for (const [attribute, mark] of Object.entries(references)) {
    for (const element of all(root, `[${attribute}]`)) {
      const value = element.getAttribute(attribute) ?? "";
      if (!value.startsWith(mark) || !known.has(value.slice(mark.length))) continue;
      element.setAttribute(attribute, mark + mine(value.slice(mark.length)));
    }
  }
}

function upgrade(model: Model, root: HTMLElement): (() => void) | undefined {
  const follow = (face: Face, state: { onNews(listener: () => void): () => void }, news?: () => void) =>
    state.onNews(() => {
      news?.();
      face.refresh();
    });
  if (root.dataset.co === "check") {
    const { host, state, news } = checkInKernel(model);
    return follow(upgradeCheck(root, byKind(kinds), host), state, news);
  }
  if (root.dataset.co === "case") {
    const { host, state } = caseInKernel(model);
    return follow(upgradeCase(root, host), state);
  }
  if (root.dataset.co === "explorer") {
    const { host, state } = explorerInKernel(model);
    return follow(upgradeExplorer(root, host), state);
  }
  return undefined;
}

function render({ model, el }: { model: Model; el: HTMLElement }): (() => void) | undefined {
  el.classList.add("co-js");
  el.innerHTML = String(model.get("html"));
  ownIds(el);
  const root = one(el, "[data-co]");
  try {
    return root && upgrade(model, root);
  } catch (error) {
    console.error(error);
    el.innerHTML = String(model.get("html"));
    return undefined;
  }
}

export default { render };
