/** Words in the language of the page; English is the base and stands in the script itself. */

type Values = Record<string, string | number>;

/** What a page in another language brings in `words.js`: each text by its English, and which form a count takes. */
export interface Catalogue {
  plural(count: number): number;
  texts: Record<string, string | string[]>;
}

declare global {
  // a global of a classic script
  var counterofferWords: Catalogue | undefined;
}

/** A text in the language of the page, its places (`{right}`) filled in. */
export const _ = (text: string, values: Values = {}): string =>
  filled(said(text) as string | undefined, text, values);

/** `one` or `many`, as the language of the page wants it for `count`, which may stand in the place `{count}`. */
export const ngettext = (one: string, many: string, count: number, values: Values = {}): string => {
  const forms = said(one) as string[] | undefined;
  return filled(forms?.[globalThis.counterofferWords!.plural(count)], count === 1 ? one : many, {
    count,
    ...values,
  });
};

/** Words that are made when they are first asked for, and then kept. */
export const spoken = <Words>(make: () => Words): (() => Words) => {
  let made: Words | undefined;
  return () => (made ??= make());
};

const said = (text: string): string | string[] | undefined => {
  const texts = globalThis.counterofferWords?.texts;
  return texts && Object.prototype.hasOwnProperty.call(texts, text) ? texts[text] : undefined;
};

const filled = (found: string | undefined, text: string, values: Values): string =>
  (found ?? text).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
