/**
 * The oldest browsers that the script serves: Chrome and WebView 87, Safari 14.1 and a Firefox of their time.
 *
 * What is older reads the page as with scripts off, which is whole and never half-upgraded. Asked are two
 * features that came last of those we cannot do without.
 */
export const atFloor = (): boolean =>
  "replaceChildren" in Element.prototype &&
  CSS.supports("inset-inline-start", "0") &&
  CSS.supports("margin-block", "0");
