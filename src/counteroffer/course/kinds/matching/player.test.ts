import { tryMarks } from "../../../web/src/testing/fixture.ts";
import marks from "./marks.json" with { type: "json" };
import player from "./player.ts";

tryMarks(player, marks);
