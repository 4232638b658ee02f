/** A case as a pure state machine: its state is always a replay of the path. No DOM, no text. */

export interface Condition {
  has?: string[];
  lacks?: string[];
  at_least?: Record<string, number>;
  at_most?: Record<string, number>;
}
export type Effects = Record<string, number>;

export interface Option {
  if?: Condition;
  effects: Effects;
  sets: string[];
  then: { if?: Condition; go: string }[];
}
export interface Decision {
  attention: number;
  cards: string[];
  options: Record<string, Option>;
}
export interface Rule {
  id: string;
  if?: Condition;
  effects: Effects;
  sets: string[];
  once?: boolean;
  notice?: string;
}
export interface Machine {
  start: string;
  meters: Record<string, { start: number; hidden?: boolean }>;
  decisions: Record<string, Decision>;
  background: Rule[];
  endings: string[];
}

/** One decision of the learner; the last step of a path may still lack its option. */
export interface Step {
  decision: string;
  cards: string[];
  option?: string;
}
export type Meters = Record<string, number>;

/** A step that was taken, and what it did. */
export interface Taken {
  decision: string;
  cards: string[];
  option: string;
  open: string[];
  before: Meters;
  after: Meters;
  notices: string[];
}
export interface State {
  at: string;
  ended: boolean;
  meters: Meters;
  flags: Set<string>;
  fired: Set<string>;
  /** Cards opened at the decision that waits. */
  cards: string[];
  taken: Taken[];
}

type Known = Pick<State, "meters" | "flags">;

export function holds(condition: Condition | undefined, { meters, flags }: Known): boolean {
  const { has = [], lacks = [], at_least = {}, at_most = {} } = condition ?? {};
  return (
    has.every((flag) => flags.has(flag)) &&
    !lacks.some((flag) => flags.has(flag)) &&
    Object.entries(at_least).every(([meter, least]) => (meters[meter] ?? 0) >= least) &&
    Object.entries(at_most).every(([meter, most]) => (meters[meter] ?? 0) <= most)
  );
}

export function begin(machine: Machine): State {
  const meters = Object.fromEntries(Object.entries(machine.meters).map(([id, { start }]) => [id, start]));
  return {
    at: machine.start,
    ended: false,
    meters,
    flags: new Set(),
    fired: new Set(),
    cards: [],
    taken: [],
  };
}

/** Play a path; it stops before the first step that this machine does not allow. */
export function replay(machine: Machine, path: Step[]): State {
  const state = begin(machine);
  for (const step of path) {
    if (step.decision !== state.at) break;
    state.cards = [];
    step.cards.forEach((card) => open(machine, state, card));
    if (step.option === undefined || !openOptions(machine, state).includes(step.option)) break;
    take(machine, state, step.option);
  }
  return state;
}

export const attentionLeft = (machine: Machine, { at, cards }: State): number =>
  (machine.decisions[at]?.attention ?? 0) - cards.length;

export function open(machine: Machine, state: State, card: string): boolean {
  if (state.cards.includes(card)) return true;
  const offered = machine.decisions[state.at]?.cards.includes(card);
  if (!offered || attentionLeft(machine, state) <= 0) return false;
  state.cards.push(card);
  state.flags.add(`saw-${card}`);
  return true;
}

export const openOptions = (machine: Machine, state: State): string[] =>
  Object.entries(machine.decisions[state.at]?.options ?? {})
    .filter(([, option]) => holds(option.if, state))
    .map(([id]) => id);

/** The path that leads to this state, as it is kept. */
export function pathTo(state: State): Step[] {
  const path: Step[] = state.taken.map(({ decision, cards, option }) => ({ decision, cards, option }));
  if (state.cards.length) path.push({ decision: state.at, cards: state.cards });
  return path;
}

function take(machine: Machine, state: State, id: string): void {
  const option = machine.decisions[state.at]!.options[id]!;
  const step: Taken = {
    decision: state.at,
    cards: state.cards,
    option: id,
    open: openOptions(machine, state),
    before: { ...state.meters },
    after: {},
    notices: [],
  };
  apply(state, option);
  for (const rule of machine.background) {
    if (rule.once && state.fired.has(rule.id)) continue;
    if (!holds(rule.if, state)) continue;
    state.fired.add(rule.id);
    apply(state, rule);
    if (rule.notice) step.notices.push(rule.notice);
  }
  const next = option.then.find((branch) => holds(branch.if, state));
  if (!next) throw new Error(`Nothing follows option "${id}" of decision "${state.at}".`);
  step.after = { ...state.meters };
  state.taken.push(step);
  state.cards = [];
  state.at = next.go;
  state.ended = machine.endings.includes(next.go);
}

function apply(state: State, { effects, sets }: Pick<Rule, "effects" | "sets">): void {
  for (const [meter, change] of Object.entries(effects)) {
    state.meters[meter] = Math.min(10, Math.max(0, (state.meters[meter] ?? 0) + change));
  }
  sets.forEach((flag) => state.flags.add(flag));
}
