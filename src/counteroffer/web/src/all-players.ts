/** Every kind's player, found in the folders (for Node; the bundles import the generated registry). */

import { existsSync, readdirSync } from "node:fs";
import { byKind } from "./player.ts";
import type { Player, Players } from "./player.ts";

const folder = new URL("../../course/kinds/", import.meta.url);

export async function allPlayers(): Promise<Players> {
  const files = readdirSync(folder)
    .sort()
    .map((kind) => new URL(`${kind}/player.ts`, folder))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(files.map((file) => import(file.href) as Promise<{ default: Player }>));
  return byKind(modules.map((module) => module.default));
}
