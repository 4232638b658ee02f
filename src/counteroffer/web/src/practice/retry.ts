/** What must be loaded first: where it cannot be, that is said, and can be tried again. */

import { button, make } from "../page/dom.ts";
import { loadWords } from "../words/learning-words.ts";

export async function retry<T>(
  root: HTMLElement,
  load: () => Promise<T>,
  go: (loaded: T) => void | Promise<void>,
): Promise<void> {
  let loaded: T;
  try {
    loaded = await load();
  } catch {
    const { notLoaded, tryAgain } = loadWords();
    const again = button(tryAgain, () => {
      again.disabled = true;
      void retry(root, load, go);
    });
    root.replaceChildren(make("p", { role: "status" }, notLoaded), make("p", {}, again));
    again.focus();
    return;
  }
  await go(loaded);
}
