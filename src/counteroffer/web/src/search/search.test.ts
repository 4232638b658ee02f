import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, wordsOf } from "./fold.ts";
import { extract, finder } from "./search.ts";

test("one word in many spellings folds to one", () => {
  const alike = [
    ["Daʿwah", "da'wah", "DAWAH", "dawah"],
    ["tamkīn", "Tamkin"],
    ["تَوْبَة", "توبة", "تـوبة", "توبه"],
    ["أحمد", "احمد", "إحمد"],
    ["٢٠١٤", "۲۰۱۴", "2014"],
    ["Coalition’s", "coalition"],
  ];
  for (const words of alike) assert.equal(new Set(words.map(fold)).size, 1, words.join(" "));
  assert.deepEqual(wordsOf("CO3.2, in 2014–15: __proto__"), ["CO3", "2", "in", "2014", "15", "proto"]);
});

test("passages are found by all words first, by prefix, with a slip, and by names of an object's own", () => {
  const { find } = finder([
    [
      "a.html",
      "One page",
      [
        ["", "", "The amnesty of 2014 came with a window."],
        ["A heading", "h", "A constructor of walls; التوبة."],
      ],
    ],
    ["b.html", "Another", [["", "", "Windows close. In 2015 nothing came."]]],
  ]);
  const urls = (query: string) => find(query).map(({ url }) => url);
  assert.deepEqual(urls("amnesty 2014"), ["a.html"]);
  assert.deepEqual(urls("2014"), ["a.html"], "a year is no other year");
  assert.deepEqual(urls("amnesy"), ["a.html"]);
  assert.deepEqual(urls("constructor"), ["a.html#h"]);
  for (const query of ["توبة", "التوبة"]) assert.deepEqual(urls(query), ["a.html#h"]);
  assert.deepEqual(urls("wind").sort(), ["a.html", "b.html"]);
  for (const query of ["__proto__", "toString", "ʿ", ""]) assert.deepEqual(urls(query), []);
});

test("an extract begins near the first hit and marks what was asked for", () => {
  const text = `${"word ".repeat(40)}Tamkīn here`;
  const shown = extract(text, "tamkin");
  assert.equal(shown[0]?.word, "…");
  assert.deepEqual(
    shown.filter(({ hit }) => hit).map(({ word }) => word),
    ["Tamkīn"],
  );
});
