"""Beside the path of a room: others that end elsewhere, each parting from it as late as can be. The learner's script finds the same."""

from __future__ import annotations

from typing import Any, NamedTuple

from counteroffer.course.case_machine import Machine, State

# More than any case has paths from its last few decisions; a search that needs more finds nothing new.
_MOST = 20_000


class Road(NamedTuple):
    """A path to another ending; it shares so many decisions with the room's own."""

    path: list[dict[str, Any]]
    ending: str
    shared: int


def other_roads(machine: Machine, path: list[dict[str, Any]], ending: str, wanted: int = 2) -> list[Road]:
    """As many roads as are wanted, or as there are, to endings other than `ending`."""
    roads: list[Road] = []
    ends, looked = {ending}, 0

    def search(taken: list[dict[str, Any]], shared: int, but: str | None = None) -> None:
        nonlocal looked
        if len(roads) >= wanted:
            return
        looked += 1
        if looked > _MOST:
            return
        state = machine.replay(taken)
        if state.at in machine.endings:
            if state.at not in ends:
                roads.append(Road(taken, state.at, shared))
                ends.add(state.at)
            return
        cards = _useful(machine, state)
        state = machine.open_cards(state, cards)
        for option in machine.open_options(state):
            if option != but:
                search([*taken, {"decision": state.at, "cards": cards, "option": option}], shared)

    for shared in range(len(path) - 1, -1, -1):
        search(path[:shared], shared, path[shared]["option"])
    return roads


def _useful(machine: Machine, state: State) -> list[str]:
    """The cards on which an option waits, as far as attention goes."""
    here = machine.told["decisions"][state.at]
    flags = [flag for option in here["options"].values() for flag in option.get("if", {}).get("has", ()) if flag.startswith("saw-")]
    return [card for card in dict.fromkeys(flag[4:] for flag in flags) if card in here["cards"]][: here["attention"]]
