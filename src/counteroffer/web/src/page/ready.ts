/** Run once the page is read. */
export function whenReady(start: () => void): void {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}
