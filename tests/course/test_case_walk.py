"""Walks of cases that are made here, decision by decision: what is met on them, what is found wrong, how often chance would meet it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from counteroffer.course import case_layers, case_proofs
from counteroffer.course.case_layers import asked_ahead, draws_of
from counteroffer.course.case_machine import Machine, told
from counteroffer.course.case_proofs import faults
from counteroffer.course.case_walk import Walk, walk
from counteroffer.course.cases import Case

CARDS = ("letter", "list", "rumour")


def option(id_: str, go: Any, *sets: str, asks: dict[str, Any] | None = None, **effects: int) -> dict[str, Any]:
    fixed = {"text": "Do it.", "consequence": "It is done.", "confidence": "judgement"}
    return {"id": id_, "if": asks or {}, "effects": effects, "sets": sets, "then": go} | fixed


def decision(id_: str, *options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": "T", "time": "t", "attention": 0, "text": "Something presses.", "question": "?", "options": options} | more


def case_of(*decisions: dict[str, Any], rules: tuple[dict[str, Any], ...] = (), endings: Any = ("left", "stays", "right")) -> Case:
    """A case of these decisions alone; its meters are trust and, hidden, the pull of the other offer."""
    said = {"title": "T", "kind": "k", "text": "So it ends.", "better_for": "some", "worse_for": "others"}
    meter = {"label": "M", "means": "m", "start": 5, "low": "l", "high": "h"}
    return Case.model_validate(
        {
            "case": "made",
            "title": "T",
            "seat": "s",
            "place": "p",
            "minutes": 9,
            "objectives": ["CO1.a"],
            "composite": "c",
            "rests_on": ["f"],
        }
        | {"brief": "b", "meters": [meter | {"id": "trust"}, meter | {"id": "pull", "hidden": True}]}
        | {"evidence": [{"id": card, "title": "T", "form": "data", "reliability": "firm", "text": "t", "cite": []} for card in CARDS]}
        | {"decisions": decisions, "background": [{"explains": "e"} | rule for rule in rules]}
        | {"endings": [said | ({"id": one} if isinstance(one, str) else one) for one in endings]}
        | {"debrief": {"simplified": ["s"], "cards_that_mattered": [{"card": "letter", "why": "w"}], "questions": ["1", "2", "3"]}}
    )


LAST = decision("last", option("a", "left"), option("b", "left"))
ASKS_BOTH = [{"text": "Here."}, {"if": {"at_most": {"trust": 10, "pull": 10}}, "text": "There."}]


def row(length: int, *first: dict[str, Any], rules: tuple[dict[str, Any], ...] = ()) -> Case:
    """So many decisions one after another, each a bargain: what wins trust feeds the pull. The last leads to all endings."""
    names = [f"step-{n}" for n in range(1, length + 1)]
    steps = [decision(one, option("give", then, trust=1, pull=1), option("hold", then, trust=-1, pull=-1)) for one, then in pairwise(names)]
    last = (option("left", "left", trust=1, pull=1), option("stay", "stays"), option("right", "right", trust=-1, pull=-1))
    made = [*steps, decision(names[-1], *last, text=ASKS_BOTH)]
    return case_of(*first, *made[len(first) :], rules=rules)


def said(case: Case) -> list[str]:
    return [message for _, message, _ in faults(case)]


@pytest.mark.parametrize(
    ("length", "message"),
    [
        (5, "Some paths take [5] decisions."),
        (6, None),
        (9, None),
        (10, "Some paths take [10] decisions."),
        (11, "Some paths take [11] decisions."),
        (12, "Some paths take more than 11 decisions."),
    ],
)
def test_a_path_takes_six_to_nine_decisions(length: int, message: str | None) -> None:
    if length < 12:
        assert said(row(length)) == ([message] if message else [])
    else:
        assert message in said(row(length))


def test_states_are_counted_where_paths_meet_again_once_and_a_case_of_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    case = row(6)
    # before each decision trust stands at one step more than before the last, and pull with it
    assert walk(case).states == 1 + 2 + 3 + 4 + 5 + 6
    monkeypatch.setattr(case_proofs, "MOST_STATES", 21)
    assert said(case) == []
    monkeypatch.setattr(case_proofs, "MOST_STATES", 20)
    assert said(case) == ["The case has too many states to be proven."]
    for most, walked in ((5, 6), (6, 10)):
        monkeypatch.setattr(case_layers, "MOST_STATES", most)
        assert walk(case.model_copy(update={"minutes": most})).states == walked, "it goes on while there are no more than are allowed"


def named(case: Case) -> list[tuple[Any, ...]]:
    """Which options are named as no better, and than which."""
    return [(where, message.split("`")[1], message.split("`")[3]) for where, message, _ in faults(case) if "no better" in message]


def test_of_two_options_the_worse_is_named_and_of_the_hidden_pull_more_is_worse() -> None:
    onward = "step-2"
    first = decision("step-1", option("wait", onward), option("calm", onward, pull=-1))
    assert named(row(6, first)) == [(("decisions", 0, "options", 0), "wait", "calm")]
    first = decision("step-1", option("win", onward, trust=2), option("wait", onward, trust=1))
    assert named(row(6, first)) == [(("decisions", 0, "options", 1), "wait", "win")]


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_better_in_one_state_and_worse_in_another_is_no_reason_to_take_either_out(*, turned: bool) -> None:
    speak = (option("loud", "step-3", "loud", trust=1), option("low", "step-3"))
    watched = (option("hidden", "step-2"), option("seen", "step-2", "watched", trust=1, pull=1))
    first = decision("step-1", *(watched[::-1] if turned else watched))
    rule = {"id": "patrol", "if": {"has": ["loud", "watched"]}, "effects": {"trust": -3}}
    assert named(row(6, first, decision("step-2", *speak), rules=(rule,))) == []
    assert named(row(6, first, decision("step-2", *speak))) == [(("decisions", 1, "options", 1), "low", "loud")]


def test_an_option_that_is_as_good_everywhere_and_better_only_where_a_meter_has_room_is_still_better() -> None:
    up = (option("up", "step-2", trust=9, pull=1), option("down", "step-2", trust=-9, pull=-1))
    more = (option("more", "step-3", trust=1), option("less", "step-3"))
    assert named(row(6, decision("step-1", *up), decision("step-2", *more))) == [(("decisions", 1, "options", 1), "less", "more")]


def test_where_a_path_can_get_stuck_and_where_none_comes_is_said() -> None:
    shut = {"has": ["never"]}
    stuck = decision("step-1", option("one", "step-2", asks=shut), option("two", "step-2", asks=shut))
    assert said(row(6, stuck))[:3] == [
        "A path can stand at `step-1` with no option open.",
        "The option `one` is never open.",
        "The option `two` is never open.",
    ]
    assert "No path reaches the decision `step-2`." in said(row(6, stuck))
    assert "0 paths reach the ending `left`." in said(row(6, stuck))
    past = decision("step-1", option("one", "step-3", trust=1, pull=1), option("two", "step-3"))
    assert [(where, message) for where, message, _ in faults(row(7, past))] == [
        (("decisions", 1), "No path reaches the decision `step-2`."),
        (("decisions", 1, "text", 0), "No path shows this paragraph of `step-2`."),
    ]
    skipped = decision("step-2", option("one", "step-3"), option("two", "step-3"))
    never = decision("step-3", option("one", "step-4"), option("two", "step-4"), option("late", "step-4", asks=shut))
    assert "The option `late` is never open." in said(row(7, past, skipped, never)), "beyond a decision that no path reaches"


@pytest.mark.parametrize(
    ("ways", "circle"),
    [
        ([], []),
        ([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "end")], []),
        ([("a", "a")], ["a", "a"]),
        ([("a", "b"), ("b", "c"), ("c", "b")], ["b", "c", "b"]),
        ([("a", "end"), ("b", "c"), ("c", "d"), ("d", "b")], ["b", "c", "d", "b"]),
        ([("a", "b"), ("a", "c"), ("b", "end"), ("c", "d"), ("d", "c")], ["c", "d", "c"]),
    ],
)
def test_a_circle_is_found_where_there_is_one(ways: list[tuple[str, str]], circle: list[str]) -> None:
    assert Walk(ways=set(ways)).circle() == circle


ASKED = {"at_least": {"trust": 5}}


@pytest.mark.parametrize("place", ["option", "then", "decision", "rule", "ending", "nowhere"])
def test_a_meter_matters_wherever_a_condition_asks_for_it(place: str) -> None:
    go = [{"if": ASKED, "go": "left"}, {"go": "stays"}] if place == "then" else "left"
    first = decision("first", option("one", go, asks=ASKED if place == "option" else None), option("two", "right", trust=1))
    text = [{"text": "a"}, {"if": ASKED, "text": "b"}]
    if place == "decision":
        first |= {"text": text}
    rules = ({"id": "rule", "if": ASKED},) if place == "rule" else ()
    endings = ({"id": "left", "text": text}, "stays", "right") if place == "ending" else ("left", "stays", "right")
    dead = [message for message in said(case_of(first, LAST, rules=rules, endings=endings)) if "Nothing depends" in message]
    assert dead == ["Nothing depends on the meter `trust`."] * (place == "nowhere") + ["Nothing depends on the meter `pull`."]


def test_flags_are_remembered_as_long_as_somebody_asks_ahead() -> None:
    text = [{"text": "a"}, {"if": {"has": ["read"]}, "text": "b"}]
    case = case_of(
        decision("first", option("one", "second", "met"), option("two", "second", "idle")),
        decision("second", option("one", [{"if": {"lacks": ["met"]}, "go": "left"}, {"go": "third"}]), option("two", "stays"), text=text),
        decision("third", option("one", "right", asks={"has": ["late"]}), option("two", "stays")),
        rules=({"id": "rule", "if": {"has": ["seen"]}},),
        endings=("left", {"id": "stays", "text": [{"text": "a"}, {"if": {"has": ["end"]}, "text": "b"}]}, "right"),
    )
    assert asked_ahead(case) == {
        "first": {"seen", "read", "met", "late", "end"},
        "second": {"seen", "read", "met", "late", "end"},
        "third": {"seen", "late", "end"},
        "left": {"seen"},
        "stays": {"seen", "end"},
        "right": {"seen"},
    }


def test_cards_are_drawn_as_by_somebody_who_uses_all_attention_at_random() -> None:
    """Two of three cards: each pair is as likely, and the third card tells nobody anything."""
    first = decision("first", option("one", "left"), option("two", "stays"), attention=2, cards=CARDS)
    machine = Machine(told(case_of(first, LAST)))
    drawn = {tuple(sorted(cards)): odds for cards, odds in draws_of(machine, "first", frozenset({"saw-letter", "saw-list"}))}
    assert drawn == pytest.approx({(): 0, ("saw-letter",): 1 / 3, ("saw-list",): 1 / 3, ("saw-letter", "saw-list"): 1 / 3})
    easy = decision("first", option("one", "left"), option("two", "stays"), attention=4, cards=CARDS)
    assert (frozenset({"saw-list"}), 1) in draws_of(Machine(told(case_of(easy, LAST))), "first", frozenset({"saw-list"}))


def test_shares_and_paths_are_those_of_random_plays() -> None:
    """One card in two is seen; who saw the letter has a third option. Of the others one in two goes left."""
    first = decision("first", option("one", "second"), option("two", "right"), option("three", "left", asks={"has": ["saw-letter"]}))
    second = decision("second", option("one", "left"), option("two", "stays"))
    found = walk(case_of(first | {"attention": 1, "cards": CARDS[:2]}, second))
    assert found.shares == pytest.approx({"left": 1 / 6 + 5 / 24, "right": 5 / 12, "stays": 5 / 24})
    assert found.met == pytest.approx({"first": 1, "second": 5 / 12})
    assert found.paths == {"left": 3, "right": 2, "stays": 2}
    assert found.lengths == {1, 2}
    assert found.decisions == {"first", "second"}
    assert not found.endless


def test_a_case_is_told_without_its_words() -> None:
    first = decision(
        "first", option("one", [{"if": {"has": ["x"]}, "go": "left"}, {"go": "right"}], "x", asks=ASKED, trust=2), option("two", "stays")
    )
    rules = ({"id": "once", "if": ASKED, "effects": {"pull": 1}, "sets": ["x"], "once": True, "notice": "N"}, {"id": "always"})
    assert told(case_of(first | {"attention": 1, "cards": ["letter"]}, LAST, rules=rules)) == {
        "start": "first",
        "meters": {"trust": {"start": 5, "hidden": False}, "pull": {"start": 5, "hidden": True}},
        "decisions": {
            "first": {
                "attention": 1,
                "cards": ["letter"],
                "options": {
                    "one": {
                        "if": ASKED,
                        "effects": {"trust": 2},
                        "sets": ["x"],
                        "then": [{"if": {"has": ["x"]}, "go": "left"}, {"go": "right"}],
                    },
                    "two": {"effects": {}, "sets": [], "then": [{"go": "stays"}]},
                },
            },
            "last": {
                "attention": 0,
                "cards": [],
                "options": {name: {"effects": {}, "sets": [], "then": [{"go": "left"}]} for name in ("a", "b")},
            },
        },
        "background": [
            {"id": "once", "if": ASKED, "effects": {"pull": 1}, "sets": ["x"], "once": True, "notice": "N"},
            {"id": "always", "effects": {}, "sets": []},
        ],
        "endings": ["left", "stays", "right"],
    }
