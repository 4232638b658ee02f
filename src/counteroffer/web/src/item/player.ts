/** What a kind of item must bring to the learner's side; one `player.ts` in each kind's folder. */

import { aboveFloor } from "./points.ts";
import type { Points, Scheme } from "./points.ts";
import type { Mix } from "./shuffle.ts";
import type { Response, Shape } from "./respond.ts";

export interface Player<R extends Response = Response> {
  kind: string;
  shape: Shape;
  /** The name that xAPI has for this interaction. */
  interaction: "choice" | "sequencing" | "matching";
  /** How much of the response is right; equal to Python's `raw`. */
  raw(scheme: Scheme<R>, response: R): Points;
  /** The response as it stands, perhaps unfinished. */
  read(item: HTMLElement): R;
  /** Show this response; without one, the item as it was at first. */
  write(item: HTMLElement, response?: R): void;
  /** The first control that still waits for an answer. */
  missing(item: HTMLElement): HTMLElement | undefined;
  /** The element of each part (option, entry, pair) under which its feedback may stand. */
  places(item: HTMLElement): Map<string, HTMLElement>;
  /** The parts whose feedback is shown under them. */
  shown(response: R): string[];
  /** Whether this part of the response is right. */
  right(scheme: Scheme<R>, response: R, part: string): boolean;
  /** Put the options in another order, for kinds whose options have none of their own. */
  shuffle?(item: HTMLElement, mix: Mix): void;
  /** Add the controls that the static face lacks; `changed` says what happened, if it needs saying. */
  upgrade?(item: HTMLElement, changed: (message?: string) => void): void;
}

export type Players = ReadonlyMap<string, Player>;

/** The registry holds every kind in one type; each kind is written for its own shape of response. */
export const player = <R extends Response>(kind: Player<R>): Player => kind as unknown as Player;

export const byKind = (players: Player[]): Players => new Map(players.map((one) => [one.kind, one]));

/** What a response earns. */
export const earned = (player: Player, scheme: Scheme, response: Response): Points =>
  aboveFloor(player.raw(scheme, response), scheme.floor);
