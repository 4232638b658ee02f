/**
 * A question before something is lost: a dialog whose two answers stand apart, with the harmless one in focus.
 * A second click of a double click and a key that is held answer nothing.
 */

import { button, make, one } from "./dom.ts";

export interface Question {
  ask: string;
  yes: string;
  no: string;
}

/** A button that acts once its question, made when it is pressed, is answered with yes. */
export function askingButton(label: string, question: () => Question, act: () => void): HTMLButtonElement {
  const element = button(label, () => confirm(element, question(), act));
  return element;
}

export function confirm(opener: HTMLElement, { ask, yes, no }: Question, act: () => void): void {
  if (opener.parentElement && one(opener.parentElement, ".co-ask")) return;
  const words = make("p", {}, ask);
  const close = (agreed: boolean) => {
    dialog.remove();
    // What was agreed to may take the opener away, and says itself where to go on.
    if (opener.isConnected) opener.focus();
    if (agreed) act();
  };
  const refuse = button(no, () => close(false));
  const agree = button(yes, () => undefined, "co-agree");
  agree.addEventListener("click", ({ detail }) => detail > 1 || close(true));
  const answers = make("div", { class: "co-actions co-answers" }, refuse, agree);
  const dialog = make("dialog", { class: "co-ask", "aria-label": ask }, words, answers);
  dialog.addEventListener("keydown", (event) => {
    if (event.repeat) event.preventDefault();
    else if (event.key === "Escape") close(false);
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close(false);
  });
  opener.after(dialog);
  // A browser without modal dialogs, or a frame that forbids them, shows the two answers in the line.
  if (typeof dialog.showModal === "function") dialog.showModal();
  else dialog.setAttribute("open", "");
  refuse.focus();
}
