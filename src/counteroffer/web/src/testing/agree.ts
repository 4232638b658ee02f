/**
 * Does this side mark and move as Python does? One JSON object a line in, one a line out, in order:
 *
 *     {"kind": "single", "scheme": {"key": "b", "floor": [0, 1]}, "response": "a"}   →  {"score": [0, 1]}
 *     {"kind": "single", "about": true}                 →  {"interaction": "choice"}
 *     {"kind": "matching", "encode": {"1": "b"}}        →  {"text": "1[.]b"}
 *     {"kind": "matching", "decode": "1[.]b"}           →  {"response": {"1": "b"}}
 *     {"machine": {…}, "path": [{"decision": "first", "cards": [], "option": "hold"}]}
 *         →  {"at": "second", "ended": false, "meters": {"trust": 4}, "flags": ["…sorted"],
 *             "open": ["options open there"], "steps": 1, "notices": ["…"]}
 *     {"machine": {…}, "path": […], "roads": 2}
 *         →  {"roads": [{"ending": "gap", "shared": 3, "path": [{"decision": "first", "cards": [], "option": "wait"}]}]}
 *     {"theirs": [3, null], "ours": [1, 2]}             →  {"widest": [0]}   (places of rows of the audit)
 *
 * A path stops before the first step that the machine does not allow; `steps` counts those taken, and
 * cards that such a step opened do count. A line that cannot be served gives {"error": "why"}.
 * Run: node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON src/testing/agree.ts
 */

import { createInterface } from "node:readline";
import { gap, widest } from "../audit/compare.ts";
import { openOptions, pathTo, replay } from "../case/machine.ts";
import type { Machine, Step } from "../case/machine.ts";
import { otherRoads } from "../case/roads.ts";
import { allPlayers } from "./all-players.ts";
import { earned } from "../item/player.ts";
import type { Scheme } from "../item/points.ts";
import { decode, encode } from "../item/respond.ts";
import type { Response } from "../item/respond.ts";

interface Question {
  kind?: string;
  scheme?: Scheme;
  about?: boolean;
  response?: Response;
  encode?: Response;
  decode?: string;
  machine?: Machine;
  path?: Step[];
  roads?: number;
  theirs?: (number | null)[];
  ours?: (number | null)[];
}

const players = await allPlayers();

function answer({ kind = "", machine, path, theirs, ours, ...asked }: Question): unknown {
  if (theirs)
    return { widest: widest(theirs.map((step, row) => gap(step ?? undefined, ours?.[row] ?? undefined))) };
  if (machine && asked.roads) return beside(machine, path ?? [], asked.roads);
  if (machine) return play(machine, path ?? []);
  const player = players.get(kind);
  if (!player) throw new Error(`There is no kind "${kind}".`);
  if (asked.encode !== undefined) return { text: encode(asked.encode) };
  if (asked.decode !== undefined) return { response: decode(asked.decode, player.shape) };
  if (asked.about) return { interaction: player.interaction };
  return { score: earned(player, asked.scheme!, asked.response!) };
}

function play(machine: Machine, path: Step[]): unknown {
  const state = replay(machine, path);
  return {
    at: state.at,
    ended: state.ended,
    meters: state.meters,
    flags: [...state.flags].sort(),
    open: openOptions(machine, state),
    steps: state.taken.length,
    notices: state.taken.flatMap(({ notices }) => notices),
  };
}

function beside(machine: Machine, path: Step[], wanted: number): unknown {
  const roads = otherRoads(machine, path, replay(machine, path).at, wanted);
  return { roads: roads.map(({ state, shared }) => ({ ending: state.at, shared, path: pathTo(state) })) };
}

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  let said: unknown;
  try {
    said = answer(JSON.parse(line) as Question);
  } catch (error) {
    said = { error: (error as Error).message };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
