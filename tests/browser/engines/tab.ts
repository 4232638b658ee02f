/** What a walk needs of a browser: little enough that every driver can do it. */

export interface Tab {
  /** Go to an address and wait until it is loaded. */
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Run the body of a function in the page; what it returns comes back as JSON. */
  run<T>(body: string): Promise<T>;
  /** A real click on the first element that matches. */
  click(selector: string): Promise<void>;
  /** Real key strokes into the first element that matches. */
  type(selector: string, text: string): Promise<void>;
}

export interface Engine {
  /** Another tab of the same profile. */
  tab(): Promise<Tab>;
  stop(): Promise<void>;
}

const MOST = 15_000;

/** Ask again until the page says yes; fail with what was waited for. */
export async function until(tab: Tab, what: string, body: string): Promise<void> {
  const end = Date.now() + MOST;
  let last: unknown;
  do {
    try {
      if (await tab.run<boolean>(body)) return;
    } catch (error) {
      last = error; // a page that is being left cannot answer
    }
    await new Promise((go) => setTimeout(go, 50));
  } while (Date.now() < end);
  throw new Error(`waited in vain for: ${what}${last ? ` (${last})` : ""}`);
}

/** Click the button or link with these words that can be seen, within what the selector names. */
export async function press(tab: Tab, words: string, within = "body"): Promise<void> {
  await until(
    tab,
    `a button “${words}” in ${within}`,
    `document.querySelectorAll("[data-walk]").forEach(one => one.removeAttribute("data-walk"));
     const found = [...document.querySelectorAll(${JSON.stringify(within)})]
       .flatMap(root => [...root.querySelectorAll("button, a, summary")])
       .find(one => one.getClientRects().length && one.textContent.trim() === ${JSON.stringify(words)});
     found?.setAttribute("data-walk", "");
     found?.scrollIntoView({block: "center"});
     return Boolean(found);`,
  );
  await tab.click("[data-walk]");
}
