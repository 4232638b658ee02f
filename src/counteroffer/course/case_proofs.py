"""What must be true of a case before it is shown to anybody, proven by walking every path that it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counteroffer.course.case_layers import LONGEST, MOST_STATES, SHORTEST, conditions
from counteroffer.course.case_roads import plays
from counteroffer.course.case_walk import Walk, walk
from counteroffer.course.cases import Case
from counteroffer.course.diagnostics import Faults
from counteroffer.course.fingerprint import code_behind, fingerprint
from counteroffer.course.kept import Kept
from counteroffer.course.readers import read_named
from counteroffer.course.yamlfile import Place

Fault = tuple[Place, str, str]


def proven(case: Case, root: Path) -> list[Fault]:
    """What `faults` finds, kept below the course's root until the case or the rules of proof change."""
    kept = Kept(root / "_build" / "proofs")
    key = fingerprint(code_behind(Path(__file__)), case.model_dump_json())
    found = kept.find(case.case, key)
    if found is None:
        found = list(faults(case))
        kept.keep(case.case, key, found)
        if not found:
            # while its states are at hand: who builds the book asks for them next
            plays(case, root)
    return [(tuple(where), message, remedy) for where, message, remedy in found]


def prove_ahead(root: Path) -> None:
    """Prove the cases of the course at `root` from their files alone, the last one first, while somebody else reads the rest and proves the first.

    Each finds kept what the other has proven. A file with faults is passed over; who reads the whole course will name them.
    """
    cases = read_named(sorted((root / "exercises" / "cases").glob("*.yml")), Case, "case", Faults(root), {})
    for case in reversed(cases.values()):
        proven(case, root)


def faults(case: Case) -> Iterator[Fault]:
    """What is wrong with how a case moves: place in the file, what is wrong, how to mend it."""
    found = walk(case)
    if circle := found.circle():
        # whatever else is wrong follows from it
        steps = " → ".join(f"`{step}`" for step in circle)
        place = next(i for i, decision in enumerate(case.decisions) if decision.id == circle[0])
        yield ("decisions", place), f"The case can go round in a circle: {steps}.", "Let every `then` lead onwards."
        return
    if found.states > MOST_STATES:
        yield ("decisions",), "The case has too many states to be proven.", "Use fewer flags, or let paths meet again."
        return
    yield from _lengths(found)
    yield from _decisions(case, found)
    yield from _unread(case, found)
    for i, ending in enumerate(case.endings):
        if found.paths[ending.id] < 2:
            yield ("endings", i), f"{found.paths[ending.id]} paths reach the ending `{ending.id}`.", "Let at least two lead there."
    yield from _dead_meters(case)


def _decisions(case: Case, found: Walk) -> Iterator[Fault]:
    dominated = {(decision, worse): better for decision, better, worse in found.dominant()}
    for i, decision in enumerate(case.decisions):
        if decision.id not in found.decisions:
            yield ("decisions", i), f"No path reaches the decision `{decision.id}`.", "Lead a `then` to it or take it out."
            continue
        if decision.id in found.dead_ends:
            yield ("decisions", i), f"A path can stand at `{decision.id}` with no option open.", "Leave one option there without `if`."
        for j, choice in enumerate(decision.options):
            where: Place = ("decisions", i, "options", j)
            if (decision.id, choice.id) not in found.options:
                yield where, f"The option `{choice.id}` is never open.", "Loosen its `if` or take it out."
            if better := dominated.get((decision.id, choice.id)):
                message = f"The option `{choice.id}` is no better than `{better}` on any meter, in any state."
                yield where, message, "Give it something that the other costs."


def _unread(case: Case, found: Walk) -> Iterator[Fault]:
    first_ending = len(case.decisions)
    for i, one in enumerate(case.places()):
        where: Place = ("decisions", i) if i < first_ending else ("endings", i - first_ending)
        for k in range(len(one.text)):
            if (one.id, k) not in found.shown:
                yield (*where, "text", k), f"No path shows this paragraph of `{one.id}`.", "Loosen its `if` or take it out."


def _dead_meters(case: Case) -> Iterator[Fault]:
    asked = {meter for condition in conditions(case) for meter in condition.meters()}
    for i, meter in enumerate(case.meters):
        if meter.id not in asked:
            yield ("meters", i), f"Nothing depends on the meter `{meter.id}`.", "Let a condition ask for it or take it out."


def _lengths(found: Walk) -> Iterator[Fault]:
    if found.endless:
        yield ("decisions",), f"Some paths take more than {LONGEST + 2} decisions.", f"Every path must take {SHORTEST} to {LONGEST}."
    outside = sorted(length for length in found.lengths if not SHORTEST <= length <= LONGEST)
    if outside:
        yield ("decisions",), f"Some paths take {outside} decisions.", f"Every path must take {SHORTEST} to {LONGEST}."
