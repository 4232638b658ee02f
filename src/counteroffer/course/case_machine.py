"""How a case moves: the small machine that the learner's script runs too.

The machine is the case without its words (`machine`), as JSON. A path is a list of steps, each
`{"decision": id, "cards": [ids opened], "option": id}`; a state is always the replay of a path.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from counteroffer.course.cases import HIGHEST, Case, Condition, Conditional

Machine = dict[str, Any]
Step = dict[str, Any]


@dataclass(frozen=True)
class State:
    """Where a case stands: at which decision or ending, with which meters, flags and once-only rules fired."""

    at: str
    meters: tuple[tuple[str, int], ...]
    flags: frozenset[str]
    fired: frozenset[str]


def machine(case: Case) -> Machine:
    """The case without its words: what is needed to play it, ready for JSON."""
    return {
        "start": case.decisions[0].id,
        "meters": {meter.id: {"start": meter.start, "hidden": meter.hidden} for meter in case.meters},
        "decisions": {
            decision.id: {
                "attention": decision.attention,
                "cards": decision.cards,
                "options": {
                    choice.id: _condition(choice)
                    | {"effects": choice.effects, "sets": choice.sets, "then": [_condition(t) | {"go": t.go} for t in choice.then]}
                    for choice in decision.options
                },
            }
            for decision in case.decisions
        },
        "background": [
            {"id": rule.id}
            | _condition(rule)
            | {"effects": rule.effects, "sets": rule.sets}
            | ({"once": True} if rule.once else {})
            | ({"notice": rule.notice} if rule.notice else {})
            for rule in case.background
        ],
        "endings": [ending.id for ending in case.endings],
    }


def condition_json(condition: Condition) -> dict[str, Any]:
    """A condition with its empty parts left out."""
    return condition.model_dump(exclude_defaults=True)


def _condition(part: Conditional) -> dict[str, Any]:
    found = condition_json(part.condition)
    return {"if": found} if found else {}


def start(machine: Machine) -> State:
    """The state before anything is decided."""
    meters = tuple((name, meter["start"]) for name, meter in machine["meters"].items())
    return State(machine["start"], meters, frozenset(), frozenset())


def holds(condition: dict[str, Any] | None, state: State) -> bool:
    """Whether every part of a condition holds in a state."""
    if not condition:
        return True
    if not (state.flags.issuperset(condition.get("has", ())) and state.flags.isdisjoint(condition.get("lacks", ()))):
        return False
    least, most = condition.get("at_least"), condition.get("at_most")
    if not least and not most:
        return True
    return all(least.get(name, 0) <= value for name, value in state.meters if least) and all(
        value <= most.get(name, HIGHEST) for name, value in state.meters if most
    )


def open_options(machine: Machine, state: State) -> list[str]:
    """The options that are open where the state stands; none at an ending."""
    here = machine["decisions"].get(state.at)
    return [name for name, option in here["options"].items() if holds(option.get("if"), state)] if here else []


def open_cards(machine: Machine, state: State, cards: list[str]) -> State:
    """The state after opening `cards`, as far as attention allows; cards that are not offered here are left alone."""
    here = machine["decisions"].get(state.at)
    offered = [card for card in dict.fromkeys(cards) if card in here["cards"]] if here else []
    seen = {f"saw-{card}" for card in offered[: here["attention"]]} if here else set()
    return State(state.at, state.meters, state.flags | seen, state.fired)


def decide(machine: Machine, state: State, option: str) -> State:
    """The state after choosing an option: its effects, then the background's rules in order, then where it goes on.

    Raises ValueError when the option is not open.
    """
    if option not in open_options(machine, state):
        raise ValueError(f"{option!r} is not open at {state.at!r}")
    chosen = machine["decisions"][state.at]["options"][option]
    state = _apply(state, chosen)
    for rule in machine["background"]:
        if rule["id"] not in state.fired and holds(rule.get("if"), state):
            state = _apply(state, rule)
            if rule.get("once"):
                state = State(state.at, state.meters, state.flags, state.fired | {rule["id"]})
    goes = next(then["go"] for then in chosen["then"] if holds(then.get("if"), state))
    return State(goes, state.meters, state.flags, state.fired)


def _apply(state: State, change: dict[str, Any]) -> State:
    effects, sets = change["effects"], change["sets"]
    meters = state.meters
    if effects:
        meters = tuple((name, min(HIGHEST, max(0, value + effects[name])) if name in effects else value) for name, value in meters)
    return State(state.at, meters, state.flags.union(sets) if sets else state.flags, state.fired)


def replay(machine: Machine, path: list[Step]) -> State:
    """The state that a path leads to. It stops before the first step that does not fit (an older version of the case)."""
    state = start(machine)
    for step in path:
        if step.get("decision") != state.at:
            break
        state = open_cards(machine, state, list(step.get("cards") or ()))
        option = step.get("option")
        if option not in open_options(machine, state):
            break
        state = decide(machine, state, str(option))
    return state
