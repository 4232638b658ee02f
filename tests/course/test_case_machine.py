"""The machine of a case, step by step on a small one by hand; that it moves as the script does is tried in test_agree.py."""

from __future__ import annotations

from typing import Any

import pytest

from counteroffer.course.case_machine import Machine, State


def option(*then: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"effects": {}, "sets": [], "then": list(then) or [{"go": "second"}]} | more


TOLD: dict[str, Any] = {
    "start": "first",
    "meters": {"trust": {"start": 5, "hidden": False}, "pull": {"start": 4, "hidden": True}},
    "decisions": {
        "first": {
            "attention": 1,
            "cards": ["list", "talk"],
            "options": {
                "wait": option(effects={"trust": 1}, sets=["waited"]),
                "move": option({"if": {"at_most": {"trust": 1}}, "go": "gap"}, {"go": "second"}, effects={"trust": -3, "pull": 9}),
                "ask": option(**{"if": {"has": ["saw-list"]}}),
            },
        },
        "second": {
            "attention": 0,
            "cards": ["talk"],
            "options": {
                "hold": option({"if": {"lacks": ["waited"]}, "go": "gap"}, {"go": "home"}),
                "push": option({"go": "gap"}, effects={"trust": -9}),
                "trade": option({"go": "home"}, **{"if": {"at_least": {"trust": 6}}}),
            },
        },
    },
    "background": [
        {"id": "rumour", "if": {"at_most": {"trust": 3}}, "effects": {"trust": -1}, "sets": ["rumoured"], "once": True},
        {"id": "drift", "if": {"has": ["rumoured"]}, "effects": {"pull": -1}, "sets": []},
    ],
    "endings": ["home", "gap"],
}


@pytest.fixture
def machine() -> Machine:
    return Machine(TOLD)


def step(decision: str, option: str | None = None, *cards: str) -> dict[str, Any]:
    return {"decision": decision, "cards": list(cards), "option": option}


def test_it_starts_where_the_case_says(machine: Machine) -> None:
    assert machine.start() == State("first", (5, 4))
    assert machine.levels(machine.start()) == {"trust": 5, "pull": 4}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({}, True),
        ({"has": ["a"], "lacks": ["b"], "at_least": {"trust": 5, "pull": 4}, "at_most": {"trust": 5, "pull": 4}}, True),
        ({"has": ["a", "b"]}, False),
        ({"lacks": ["a"]}, False),
        ({"lacks": ["b", "a"]}, False),
        ({"at_least": {"trust": 5, "pull": 5}}, False),
        ({"at_least": {"trust": 6, "pull": 4}}, False),
        ({"at_most": {"trust": 5, "pull": 3}}, False),
        ({"at_most": {"trust": 4, "pull": 4}}, False),
    ],
)
def test_a_condition_holds_when_all_its_parts_do(machine: Machine, condition: dict[str, Any], *, holds: bool) -> None:
    assert machine.test(condition).holds(State("first", (5, 4), frozenset({"a"}))) is holds


def test_effects_are_kept_within_bounds_then_the_background_acts_in_order(machine: Machine) -> None:
    moved = machine.decide(machine.start(), "move")
    # 5 − 3 = 2, and the rumour takes 1; 4 + 9 stops at 10, and the drift that the rumour let in takes 1
    assert machine.levels(moved) == {"trust": 1, "pull": 9}
    assert moved.flags == {"rumoured"}
    assert moved.at == "gap", "what follows is resolved on the new state"
    lost = machine.replay([step("first", "wait"), step("second", "push")])
    assert machine.levels(lost) == {"trust": 0, "pull": 3}


def test_a_rule_that_acts_once_acts_once_and_another_each_time(machine: Machine) -> None:
    low = State("second", (2, 5), frozenset({"rumoured"}), frozenset({"rumour"}))
    again = machine.decide(low, "hold")
    assert machine.levels(again) == {"trust": 2, "pull": 4}
    assert again.fired == {"rumour"}


def test_a_flag_that_a_rule_sets_again_stays() -> None:
    often = {"id": "often", "effects": {}, "sets": ["told"]}
    machine = Machine(TOLD | {"background": [often]})
    once = machine.decide(machine.start(), "wait")
    assert "told" in once.flags
    assert "told" in machine.decide(once, "hold").flags


def test_an_option_opens_by_a_card_and_a_meter(machine: Machine) -> None:
    start = machine.start()
    assert machine.open_options(start) == ["wait", "move"]
    assert machine.open_options(machine.open_cards(start, ["list"])) == ["wait", "move", "ask"]
    assert machine.open_options(State("second", (6, 4))) == ["hold", "push", "trade"]
    assert machine.open_options(State("second", (5, 4))) == ["hold", "push"]
    assert machine.open_options(State("home", (5, 4))) == []


def test_cards_cost_attention_and_only_those_offered_count(machine: Machine) -> None:
    start = machine.start()
    assert machine.open_cards(start, ["elsewhere", "talk", "talk", "list"]).flags == {"saw-talk"}
    assert machine.open_cards(State("second", (5, 4)), ["talk"]).flags == frozenset()
    ended = State("home", (5, 4))
    assert machine.open_cards(ended, ["list"]) == ended


@pytest.mark.parametrize(("at", "option"), [("first", "ask"), ("first", "gone"), ("home", "wait")])
def test_what_is_not_open_cannot_be_decided(machine: Machine, at: str, option: str) -> None:
    with pytest.raises(ValueError, match="is not open"):
        machine.decide(State(at, (5, 4)), option)


def test_a_path_stops_before_the_first_step_that_does_not_fit(machine: Machine) -> None:
    assert machine.replay([step("first", "wait"), step("second", "hold")]).at == "home"
    assert machine.replay([step("first", "wait", "list"), step("second", None)]).flags == {"waited", "saw-list"}
    for path in ([step("second", "hold")], [step("first", "ask")], [step("first", "gone"), step("first", "wait")]):
        assert machine.replay(path).at == "first", path
    assert machine.replay([step("first", "move"), step("second", "hold")]).at == "gap"


def test_rules_that_act_are_named_in_their_order_and_one_that_fired_once_no_more(machine: Machine) -> None:
    assert machine.acted(machine.start(), "move") == ["rumour", "drift"]
    assert machine.acted(machine.start(), "wait") == []
    low = State("second", (2, 5), frozenset({"rumoured"}), frozenset({"rumour"}))
    assert machine.acted(low, "hold") == ["drift"]
    assert machine.onward(low) == {"hold": machine.decide(low, "hold"), "push": machine.decide(low, "push")}


def test_a_rule_that_changes_a_flag_alone_moves_no_meter() -> None:
    quiet = TOLD | {"background": [{"id": "heard", "effects": {}, "sets": ["heard"]}]}
    assert Machine(quiet).decide(State("second", (10, 0)), "hold") == State("gap", (10, 0), frozenset({"heard"}))


def test_flags_that_nobody_asks_about_are_forgotten() -> None:
    machine = Machine(TOLD, only=frozenset({"saw-list"}))
    assert machine.open_cards(machine.start(), ["list"]).flags == {"saw-list"}
    assert machine.open_cards(machine.start(), ["talk"]).flags == frozenset()
    assert machine.decide(machine.start(), "wait").flags == frozenset()
