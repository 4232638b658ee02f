import "../testing/page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { allPlayers } from "../testing/all-players.ts";
import { checkHtml, itemFixtures } from "../testing/faces.ts";
import { find, page } from "../testing/page.ts";
import { upgradeItem } from "./item.ts";

const players = await allPlayers();

/** What `item_html(…, key=False)` leaves out. */
const withoutKey = (html: string) =>
  html
    .replace(/ data-(edition|key|scheme)="[^"]*"/g, "")
    .replace(/<details class="co-answer">.*?<\/details>/g, "");

for (const [kind, { ways }] of itemFixtures) {
  test(`${kind}: an item without its key is answered, and says nothing`, () => {
    const element = find(page(withoutKey(checkHtml([kind]))), ".co-item");
    const nothing = () => undefined;
    let changes = 0;
    const face = upgradeItem(
      element,
      players.get(kind)!,
      { mode: "exam", seed: "any" },
      { changed: () => (changes += 1), answered: nothing, again: nothing },
    );
    face.show(undefined, false);
    face.mount();
    ways[0]![0](element);
    const response = face.read();
    assert.ok(changes > 0);
    assert.ok(face.holds(response));
    assert.deepEqual(face.score(response), [0, 1]);
    face.show(response, true);
    assert.equal(element.dataset.result, undefined);
    assert.equal(element.querySelectorAll(".co-feedback, [data-verdict]").length, 0);
  });
}
