/** What the folders of the kinds hold (for Node; the bundles import the generated registry). */

import { existsSync, readdirSync } from "node:fs";
import { byKind } from "../item/player.ts";
import type { Player, Players } from "../item/player.ts";

const folder = new URL("../../../course/kinds/", import.meta.url);

/** The default export of a file in each kind's folder that has it. */
export async function fromKinds<Made>(name: string): Promise<Made[]> {
  const files = readdirSync(folder)
    .sort()
    .map((kind) => new URL(`${kind}/${name}`, folder))
    .filter((file) => existsSync(file));
  const modules = await Promise.all(files.map((file) => import(file.href) as Promise<{ default: Made }>));
  return modules.map((module) => module.default);
}

export const allPlayers = async (): Promise<Players> => byKind(await fromKinds<Player>("player.ts"));
