/** Words in the language of the page; English is the base and stands in the script itself. */

type Values = Record<string, string | number>;

/** What a page in another language brings in `words.js`: each text by its English, and which form a count takes. */
export interface Catalogue {
  plural(count: number): number;
  texts: ReadonlyMap<string, string | string[]>;
}

declare global {
  // a global of a classic script
  var counterofferWords: Catalogue | undefined;
}

/** A text in the language of the page, its places (`{right}`) filled in. */
export const _ = (text: string, values?: Values): string => filled((said(text) ?? text) as string, values);

/** `one` or `many`, as the language of the page wants it for `count`, which may stand in the place `{count}`. */
export const ngettext = (one: string, many: string, count: number, values?: Values): string => {
  const form = said(one)?.[globalThis.counterofferWords!.plural(count)];
  return filled(form ?? (count === 1 ? one : many), { count, ...values });
};

/** Words that are made when they are first asked for, and then kept. */
export const spoken = <Words>(make: () => Words): (() => Words) => {
  let made: Words | undefined;
  return () => (made ??= make());
};

const said = (text: string) => globalThis.counterofferWords?.texts.get(text);

const filled = (text: string, values?: Values): string =>
  values ? text.replace(/\{(\w+)\}/g, (_place, name: string) => `${values[name]}`) : text;
