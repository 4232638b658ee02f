/** Words as they are looked for: without case, marks and the many ways of writing one Arabic letter. */

/** Letters that stand for one another in search. */
const SAME: Record<string, string> = {
  ٱ: "ا",
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ß: "ss",
  æ: "ae",
  ø: "o",
  ł: "l",
  ı: "i",
};
/** Signs of a transliteration, apostrophes and the stroke that lengthens a word. */
const SIGNS = /[ʿʾʼʻ‘’'`´ـ]/g;
const DIGITS = /[٠-٩۰-۹]/g;

/** The words of a text; signs within a word stay with it until it is folded. */
export const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}'’‘`´]+/u).filter(Boolean);

/** One word as it is kept and asked for; empty when nothing of it is left. */
export function fold(word: string): string {
  return word
    .replace(/['’]s$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(SIGNS, "")
    .toLowerCase()
    .replace(DIGITS, (digit) => String((digit.codePointAt(0)! & 15) % 10))
    .replace(/./gu, (letter) => SAME[letter] ?? letter);
}

/** An Arabic word is found with its article and without it. */
export function terms(word: string): string[] {
  const folded = fold(word);
  const bare = /^ال\p{L}{2,}$/u.test(folded) ? [folded.slice(2)] : [];
  return folded ? [folded, ...bare] : [];
}
