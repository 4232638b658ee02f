/**
 * What the way out leaves behind, in the tab alone: a mark in its own storage, which goes with it.
 *
 * A browser that keeps nothing refuses that storage too. The mark is then the tab's name, one that many sites give, for
 * Chromium lets the next site of the tab read it. WebKit gives each file that is gone back to a name of its own, so
 * that there, where nothing is kept, a folder's pages do not know of the way out.
 */

import { attemptTo, safely } from "../record/store.ts";

const LEFT = "counteroffer:left";
const NAME = "main";

const refused = attemptTo(() => sessionStorage.length) === undefined;
const tab = safely(() => sessionStorage);
// A page that is kept whole keeps the name that it had: Chromium lets it go, and loads it anew, once this says something.
const channel = refused ? attemptTo(() => new BroadcastChannel(NAME)) : undefined;

export const left = {
  stands: (): boolean => (refused ? window.name === NAME : tab.get(LEFT) !== undefined),
  set(): void {
    if (!refused) return void tab.set(LEFT, "1");
    window.name = NAME;
    channel?.postMessage("");
  },
  remove(): void {
    if (refused) window.name = "";
    else tab.remove(LEFT);
  },
  /** Some browsers give the tab another name at another site: the page that it comes back to sets it again. */
  renew: (): void => void (refused && left.set()),
};
