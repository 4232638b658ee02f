"""Whatever a facilitator does: what is on the ballots stands in no view before it is shown, no split of fewer than five, no covered meter.

No option is called most chosen by fewer than three, no two rounds tell what somebody voted who came between them, and once a count is
shown the room's state holds no more than what may be shown.

Two rooms in which the same is done, and only the ballots differ, look the same until counts may be shown.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.course import Catalogue
from counteroffer.room import acts, debrief, polls, side, views
from counteroffer.room.questions import LEAST, LEAST_ALIKE, PASS, Counts, Question, ballots
from counteroffer.room.state import Room
from tests.room.rooms import begun, closed


def draw_ballots(data: st.DataObject, question: Question, number: int) -> Counts:
    dice = data.draw(st.randoms(use_true_random=False))
    found = []
    for _ in range(number):
        if question.kind == "order":
            found.append(dict(zip(question.rows, dice.sample(question.columns, len(question.rows)), strict=True)))
        else:
            found.append({row: dice.choice(question.columns) for row in question.rows})
    return question.count(found)


def step(data: st.DataObject, course: Catalogue, rooms: list[Room]) -> list[Room]:
    """The same act in both rooms, with ballots of their own; the same seats vote."""
    may = acts.may(rooms[0], course)
    if not (rooms[0].now and rooms[0].now.shown):
        assert may == acts.may(rooms[1], course)
    act = data.draw(
        st.sampled_from([act for act in [*may, "park", "moderate", "timer", "lock"] if act not in DRAWN or act in both(rooms, course)])
    )
    if act == "close":
        seats = data.draw(st.sets(st.sampled_from("abcdefgh")))
        return [acts.close(room, course, draw_ballots(data, asked(room), len(seats)), seats) for room in rooms]
    if act == "paper":
        number, again = data.draw(st.integers(0, 7)), data.draw(st.booleans())
        return [typed(room, course, draw_ballots(data, asked(room), number), again=again) for room in rooms]
    do = deed(act, rooms[0], course, data)
    return [do(room) for room in rooms]


# Whether a vote can be drawn follows from counts that are shown.
DRAWN = {"draw"}


def both(rooms: list[Room], course: Catalogue) -> set[str]:
    return set(acts.may(rooms[0], course)) & set(acts.may(rooms[1], course))


def asked(room: Room) -> Question:
    assert room.now
    return room.now.question


def typed(room: Room, course: Catalogue, counts: Counts, *, again: bool) -> Room:
    """Slips added to those before, or typed instead of them."""
    assert room.now
    before = room.now.rounds[-1].paper
    after = acts.correct(room, course, counts, ballots(before)) if again else acts.paper(room, course, counts)
    wanted = (
        counts
        if again
        else {row: {one: n + before.get(row, {}).get(one, 0) for one, n in columns.items()} for row, columns in counts.items()}
    )
    assert views.facilitator(after, course).typed == wanted, "what was typed is in view, and nothing else"
    return after


def deed(act: str, room: Room, course: Catalogue, data: st.DataObject) -> Callable[[Room], Room]:
    """An act with what is drawn for it; acts that need nothing are called by their name."""
    assert course.audit
    phase = course.audit.phases[0].id
    options = room.now.question.columns[:-1] if room.now else []
    path = room.play.path if room.play else []
    wanted = {
        "choose": (st.sampled_from(options) if options else None),
        "back": (st.integers(0, len(path) - 1) if path else None),
        "poll": st.sampled_from(polls.POLLS),
        "show": st.sampled_from([None, True, False]),
        "draw": st.integers(0, 100),
        "moderate": st.sampled_from(["shown", "hidden", "answered"]),
    }.get(act)
    drawn: Any = data.draw(wanted) if wanted is not None else None
    special: dict[str, Callable[[Room], Room]] = {
        "case": lambda one: acts.start(one, course, "small-case"),
        "card": lambda one: acts.open_card(one, course, "letter"),
        "ask-card": lambda one: acts.vote(one, course, "card"),
        "choose": lambda one: acts.choose(one, course, "facilitator", drawn),
        "show": lambda one: acts.show(one, course, alone=drawn),
        "draw": lambda one: acts.draw(one, course, lambda number: drawn % number),
        "back": lambda one: acts.back(one, course, drawn),
        "item": lambda one: polls.ask_item(one, course, "item-single"),
        "poll": lambda one: polls.ask_poll(one, course, drawn, "How sure?", ["one", "two"]),
        "sort": lambda one: polls.ask_sort(one, course),
        "audit": lambda one: polls.ask_audit(one, course, phase),
        "park": lambda one: side.park(one, f"Who was missing, {len(one.parked)}?", "M."),
        "moderate": lambda one: side.moderate(one, 1, drawn),
        "timer": lambda one: side.set_timer(one, 90, now=0),
        "lock": lambda one: side.lock(one, locked=not one.locked),
    }
    plain: Any = getattr(acts, act.replace("-", "_"), None)
    return special.get(act) or (lambda one: plain(one, course))


def seen(room: Room, course: Catalogue, phones: int) -> list[dict[str, Any]]:
    """Everything that anybody can see, but for what was typed of slips, and for the counts that are shown now and what follows from them."""
    told = [
        views.participant(room, course).model_dump(),
        views.projector(room, course, phones=phones).model_dump(),
        views.facilitator(room, course, phones=phones).model_dump(),
    ]
    told[2].pop("typed")
    for view in told:
        if view["ask"] and view["ask"]["phase"] == "shown":
            view["ask"] = {name: said for name, said in view["ask"].items() if name not in {"rounds", "leads", "draws", "drawn"}}
            view.pop("may", None)
    return told


@settings(max_examples=60)
@given(data=st.data())
def test_only_what_is_shown_follows_from_ballots(small_course: Catalogue, data: st.DataObject) -> None:
    rooms = [Room(), Room()]
    for _ in range(data.draw(st.integers(5, 45))):
        rooms = step(data, small_course, rooms)
        assert seen(rooms[0], small_course, 3) == seen(rooms[1], small_course, 3)
        for room in rooms:
            view = views.participant(room, small_course)
            assert (view.play is None) or not view.play.hidden or (view.play.debrief and room.plays[-1].uncovered)
            if view.ask:
                assert not view.ask.rounds or (view.ask.phase == "shown" and all(one.closed for one in room.now.rounds))  # type: ignore[union-attr]
                enough(view.ask.rounds)
            no_more_than_shown(room)
            assert Room.model_validate_json(room.model_dump_json()) == room


def no_more_than_shown(room: Room) -> None:
    """Of a question that was shown, the state has splits of five or more, a lead of three or more, and no seat."""
    for ask in [*room.past, *([room.now] if room.now else [])]:
        if not ask.shown:
            continue
        enough(views.shown(ask))
        assert ask.about != "audit" or ask is room.now
        last = ask.rounds[-1].shown.get("choice", {})
        assert not last or all(last[option] >= LEAST_ALIKE for option in ask.most)
        assert ask.drawn is None or last[ask.drawn] > 0
        for one in ask.rounds:
            assert (one.phones, one.paper, one.seats) == ({}, {}, [])
            assert not (one.withheld and one.shown)


@settings(max_examples=60)
@given(data=st.data())
def test_two_rounds_side_by_side_tell_nothing_of_who_came_between_them(small_course: Catalogue, data: st.DataObject) -> None:
    """Unless the facilitator wants both: with fewer than five more or fewer in all, no two counts stand beside each other."""
    room, seats = acts.vote(begun(small_course), small_course), st.sets(st.sampled_from("abcdefghij"))
    for _ in range(2):
        room = acts.again(acts.talk(room, small_course), small_course) if room.now and room.now.rounds[-1].closed else room
        room = acts.paper(room, small_course, draw_ballots(data, asked(room), data.draw(st.integers(0, 6))))
        came = data.draw(seats)
        room = acts.close(room, small_course, draw_ballots(data, asked(room), len(came)), came)
    assert room.now
    first, second = room.now.rounds
    more = abs(first.number() - second.number())
    told = views.facilitator(room, small_course)
    assert told.apart >= more
    assert (told.apart == 0) == (first.seats == second.seats and ballots(first.paper) == ballots(second.paper))
    side_by_side = views.shown(acts.show(room, small_course).now)  # type: ignore[arg-type]
    if 0 < more < LEAST and told.apart < LEAST:
        assert [one.number for one in side_by_side] == [2]


def enough(rounds: list[views.ShownRound]) -> None:
    for one in rounds:
        for columns in one.split.values():
            assert sum(number for column, number in columns.items() if column != PASS) >= LEAST
        assert (one.voters is None) == (not one.split)


@settings(max_examples=30)
@given(data=st.data())
def test_what_remains_holds_no_split_of_fewer_than_five(small_course: Catalogue, data: st.DataObject) -> None:
    rooms = [Room(), Room()]
    for _ in range(40):
        rooms = step(data, small_course, rooms)
    told = debrief.report(rooms[0], small_course)
    for voted in [*told.asked, *(one for play in told.played for one in play.voted)]:
        enough(voted.rounds)
    by_row: dict[tuple[str, ...], int] = {}
    for line in csv.DictReader(io.StringIO(debrief.counts_csv(rooms[0]))):
        if line["count"] and line["option"] != PASS:
            place = (line["question"], line["round"], line["row"])
            by_row[place] = by_row.get(place, 0) + int(line["count"])
    assert all(number >= LEAST for number in by_row.values())
    assert all(one.shown for one in rooms[0].past)
    assert set(told.open) <= {one.text for one in rooms[0].parked if one.state == "shown"}


def test_a_tie_of_fewer_than_five_is_not_told(small_course: Catalogue) -> None:
    room = acts.vote(begun(small_course), small_course)
    room = acts.show(closed(room, small_course, {"choice": {"wait-1": 2, "speak-1": 2, PASS: 0}}), small_course)
    view = views.facilitator(room, small_course)
    assert view.ask
    assert (view.ask.leads, view.ask.rounds[0].split) == ([], {})
    with pytest.raises(acts.NotNow):
        acts.choose(room, small_course, "majority")


def test_below_five_only_the_choice_is_told(small_course: Catalogue) -> None:
    room = acts.vote(begun(small_course), small_course)
    room = acts.show(closed(room, small_course, {"choice": {"wait-1": 3, "speak-1": 1, PASS: 3}}), small_course)
    view = views.participant(room, small_course)
    assert view.ask
    assert (view.ask.leads, view.ask.rounds[0].split, view.ask.rounds[0].voters) == (["wait-1"], {}, None)
