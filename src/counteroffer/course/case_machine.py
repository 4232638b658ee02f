"""How a case moves: the small machine that the learner's script runs too.

`told` gives the case without its words, as JSON for the script; `Machine` plays it. A path is a list of steps, each
`{"decision": id, "cards": [ids opened], "option": id}`; a state is always the replay of a path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from counteroffer.course.cases import HIGHEST, Case, Condition, Conditional

Told = dict[str, Any]
Step = dict[str, Any]


class State(NamedTuple):
    """Where a case stands: at which decision or ending, with which meters (0 to 10, in the case's order), flags and once-only rules fired."""

    at: str
    meters: tuple[int, ...]
    flags: frozenset[str] = frozenset()
    fired: frozenset[str] = frozenset()


def told(case: Case) -> Told:
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


class Test(NamedTuple):
    """A condition, ready to be asked often: flags as sets; for meters their place, and the least and the most that holds."""

    has: frozenset[str]
    lacks: frozenset[str]
    bounds: tuple[tuple[int, int, int], ...]

    def holds(self, state: State) -> bool:
        """Whether every part of the condition holds in a state."""
        return self.met(state.meters, state.flags)

    def met(self, meters: tuple[int, ...], flags: frozenset[str]) -> bool:
        """As `holds`, of a state's meters and flags."""
        if not (self.has <= flags and self.lacks.isdisjoint(flags)):
            return False
        for place, least, most in self.bounds:  # noqa: SIM110 (asked a million times, and a generator takes twice as long)
            if not least <= meters[place] <= most:
                return False
        return True


class _Change(NamedTuple):
    """What an option or a rule does when its test holds."""

    test: Test
    effects: tuple[tuple[int, int], ...]
    sets: frozenset[str]

    def moved(self, meters: tuple[int, ...]) -> tuple[int, ...]:
        """The meters afterwards."""
        if not self.effects:
            return meters
        found = list(meters)
        for place, change in self.effects:
            level = found[place] + change
            found[place] = 0 if level < 0 else min(level, HIGHEST)
        return tuple(found)


class _Option(NamedTuple):
    change: _Change
    then: tuple[tuple[Test, str], ...]


class Machine:
    """Plays a case. With `only` flags, others are forgotten: what no condition asks about then makes no state of its own."""

    def __init__(self, told: Told, only: frozenset[str] | None = None) -> None:
        self.told, self._only = told, only
        self.meters = list(told["meters"])
        self.endings = frozenset(told["endings"])
        self._options = {
            name: {
                option: _Option(self._change(one), tuple((self._test(then), then["go"]) for then in one["then"]))
                for option, one in decision["options"].items()
            }
            for name, decision in told["decisions"].items()
        }
        self._rules = [(rule["id"], bool(rule.get("once")), self._change(rule)) for rule in told["background"]]

    def _test(self, part: dict[str, Any]) -> Test:
        return self.test(part.get("if") or {})

    def test(self, condition: dict[str, Any]) -> Test:
        """A condition (as `condition_json` gives it), ready to be asked of this case's states."""
        least, most = condition.get("at_least", {}), condition.get("at_most", {})
        bounds = tuple((self.meters.index(name), least.get(name, 0), most.get(name, HIGHEST)) for name in {**least, **most})
        return Test(frozenset(condition.get("has", ())), frozenset(condition.get("lacks", ())), bounds)

    def _change(self, part: dict[str, Any]) -> _Change:
        effects = tuple((self.meters.index(name), change) for name, change in part["effects"].items())
        return _Change(self._test(part), effects, self._kept(part["sets"]))

    def _kept(self, flags: Iterable[str]) -> frozenset[str]:
        return frozenset(flags) if self._only is None else self._only.intersection(flags)

    def start(self) -> State:
        """The state before anything is decided."""
        return State(self.told["start"], tuple(meter["start"] for meter in self.told["meters"].values()))

    def levels(self, state: State) -> dict[str, int]:
        """The meters of a state by name, 0 to 10."""
        return dict(zip(self.meters, state.meters, strict=True))

    def open_options(self, state: State) -> list[str]:
        """The options that are open where the state stands; none at an ending."""
        return [name for name, _ in self._open(state)]

    def onward(self, state: State) -> dict[str, State]:
        """The state after each option that is open where the state stands."""
        return {name: self._after(state, option) for name, option in self._open(state)}

    def _open(self, state: State) -> Iterator[tuple[str, _Option]]:
        return ((name, option) for name, option in self._options.get(state.at, {}).items() if option.change.test.holds(state))

    def open_cards(self, state: State, cards: list[str]) -> State:
        """The state after opening `cards`, as far as attention allows; cards that are not offered here are left alone."""
        here = self.told["decisions"].get(state.at)
        if here is None:
            return state
        offered = [card for card in dict.fromkeys(cards) if card in here["cards"]]
        seen = self._kept(f"saw-{card}" for card in offered[: here["attention"]])
        return state._replace(flags=state.flags | seen)

    def decide(self, state: State, option: str) -> State:
        """The state after choosing an option: its effects, then the background's rules in order, then where it goes on.

        Raises ValueError when the option is not open.
        """
        chosen = self._options.get(state.at, {}).get(option)
        if chosen is None or not chosen.change.test.holds(state):
            raise ValueError(f"{option!r} is not open at {state.at!r}")
        return self._after(state, chosen)

    def acted(self, state: State, option: str) -> list[str]:
        """The background's rules that act when an open option is chosen, by id, in their order."""
        found: list[str] = []
        self._after(state, self._options[state.at][option], found)
        return found

    def _after(self, state: State, chosen: _Option, acted: list[str] | None = None) -> State:
        meters, flags, fired = chosen.change.moved(state.meters), state.flags | chosen.change.sets, state.fired
        for name, once, rule in self._rules:
            if name not in fired and rule.test.met(meters, flags):
                meters, flags = rule.moved(meters), flags | rule.sets
                if acted is not None:
                    acted.append(name)
                if once:
                    fired = fired | {name}
        return State(next(go for test, go in chosen.then if test.met(meters, flags)), meters, flags, fired)

    def replay(self, path: list[Step]) -> State:
        """The state that a path leads to. It stops before the first step that does not fit (an older version of the case)."""
        state = self.start()
        for step in path:
            if step.get("decision") != state.at:
                break
            state = self.open_cards(state, list(step.get("cards") or ()))
            option = step.get("option")
            if option not in self.open_options(state):
                break
            state = self.decide(state, str(option))
        return state
