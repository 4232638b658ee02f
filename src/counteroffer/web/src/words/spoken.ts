/** Words by the language of the page; English is the base. */

export const spoken =
  <Words>(languages: { en: Words } & Record<string, Words>) =>
  (): Words =>
    languages[document.documentElement.lang.split("-")[0] ?? "en"] ?? languages.en;
