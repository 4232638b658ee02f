"""What two rounds may tell, what one vote may not, what a draw is, and what leaves the room's state when a count is shown."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue
from counteroffer.room import acts, debrief, polls, views
from counteroffer.room.questions import CHOICE, PASS, hat, leading
from counteroffer.room.state import Room
from tests.room.rooms import A, B, closed, voted


@pytest.mark.parametrize(
    ("counts", "most"),
    [((1, 0, 0), ""), ((2, 0, 0), ""), ((2, 1, 9), ""), ((3, 0, 0), "a"), ((3, 2, 0), "a"), ((3, 3, 0), "ab"), ((0, 0, 9), "")],
    ids=["one", "two alike", "two and one", "three alike", "three of five", "a tie", "passes"],
)
def test_no_option_is_called_most_chosen_by_fewer_than_three(counts: tuple[int, int, int], most: str) -> None:
    assert leading(dict(zip(("a", "b", PASS), counts, strict=True))) == list(most)


def test_a_single_vote_is_never_told(small_course: Catalogue, voting: Room) -> None:
    room = acts.show(voted(voting, small_course, "B---"), small_course)
    ask = views.participant(room, small_course).ask
    assert ask
    assert (ask.leads, ask.rounds[0].split, ask.draws) == ([], {}, False)
    with pytest.raises(acts.NotNow):
        acts.choose(room, small_course, "majority")
    assert B not in room.now.model_dump_json(exclude={"question"}), "nor kept any longer"  # type: ignore[union-attr]
    assert acts.choose(room, small_course, "facilitator", A).plays[-1].path[-1].option == A


def test_a_vote_is_drawn_of_five_at_least_and_in_a_tie_of_those_for_the_tied() -> None:
    assert hat({"a": 2, "b": 2, PASS: 5}) == {}
    assert hat({"a": 4, "b": 1, "c": 0, PASS: 5}) == {"a": 4, "b": 1}
    assert hat({"a": 2, "b": 1, "c": 2, PASS: 0}) == {"a": 2, "c": 2}


def test_a_drawn_vote_is_one_that_was_cast_by_phone_or_on_paper_and_drawn_once(small_course: Catalogue, voting: Room) -> None:
    room = acts.paper(voting, small_course, {CHOICE: {B: 1}})
    room = acts.show(voted(room, small_course, "AAAA"), small_course)
    rolled: list[int] = []

    def dice(number: int) -> int:
        rolled.append(number)
        return number - 1

    assert [acts.draw(room, small_course, lambda _, at=at: at).now.drawn for at in range(5)].count(A) == 4  # type: ignore[union-attr,misc]
    room = acts.draw(room, small_course, dice)
    assert (rolled, room.now and room.now.drawn) == ([5], B)
    for view in (views.participant(room, small_course), views.facilitator(room, small_course)):
        assert view.ask
        assert (view.ask.drawn, view.ask.draws) == (B, False)
    with pytest.raises(acts.NotNow):
        acts.draw(room, small_course, dice)
    chosen = acts.choose(room, small_course, "draw")
    assert (chosen.past[-1].chosen, chosen.past[-1].by) == (B, "draw")


def twice(course: Catalogue, room: Room, first: tuple[str, str, int], second: tuple[str, str, int]) -> Room:
    """Two rounds, closed: of each the votes, the seats that gave them, and how many slips for A there were."""
    for place, (votes, seats, slips) in enumerate((first, second)):
        room = acts.again(acts.talk(room, course), course) if place else room
        room = acts.paper(room, course, {CHOICE: {A: slips}}) if slips else room
        room = voted(room, course, votes, seats)
    return room


@pytest.mark.parametrize(
    ("first", "second", "apart", "alone"),
    [
        (("AAAAA", "vwxyz", 0), ("AAAAB", "vwxyz", 0), 0, False),
        (("AAAAA", "vwxyz", 0), ("AAAAAB", "uvwxyz", 0), 1, True),
        (("AAAAAB", "uvwxyz", 0), ("AAAAA", "vwxyz", 0), 1, True),
        (("AAAAA", "vwxyz", 0), ("AAAAB", "uwxyz", 0), 2, False),
        (("AAAAA", "vwxyz", 5), ("AAAA", "wxyz", 6), 2, False),
        (("AAAAA", "vwxyz", 5), ("AAAAA", "vwxyz", 7), 2, True),
        (("AAAAA", "vwxyz", 0), ("AAAAAAAAAA", "qrstuvwxyz", 0), 5, False),
    ],
    ids=["the same people", "one came", "one left", "one for one", "from phone to paper", "two slips more", "five came"],
)
def test_rounds_of_not_quite_the_same_people(
    small_course: Catalogue, voting: Room, first: tuple[str, str, int], second: tuple[str, str, int], *, apart: int, alone: bool
) -> None:
    room = twice(small_course, voting, first, second)
    seen = views.facilitator(room, small_course)
    assert (seen.apart, seen.alone) == (apart, alone)
    numbers = [one.number for one in views.shown(acts.show(room, small_course).now)]  # type: ignore[arg-type]
    assert numbers == ([2] if alone else [1, 2])
    for said, expected in ((True, [2]), (False, [1, 2])):
        room_shown = acts.show(room, small_course, alone=said)
        assert [one.number for one in views.shown(room_shown.now)] == expected, "the facilitator has the last word"  # type: ignore[arg-type]


def test_a_count_that_is_withheld_stands_in_no_file(small_course: Catalogue, voting: Room) -> None:
    room = twice(small_course, voting, ("AAAAA", "vwxyz", 0), ("AAAAAB", "uvwxyz", 0))
    room = acts.choose(acts.show(room, small_course), small_course, "majority")
    assert room.past[0].rounds[0].shown == {}
    lines = debrief.counts_csv(room).splitlines()[1:]
    assert {line.split(",")[4] for line in lines} == {"2"}
    (played,) = debrief.report(room, small_course).played
    assert [one.number for one in played.voted[0].rounds] == [2]


def test_what_may_not_be_shown_and_who_voted_leave_the_state_when_a_count_is_shown(small_course: Catalogue, voting: Room) -> None:
    room = acts.paper(voting, small_course, {CHOICE: {B: 4}})
    room = voted(room, small_course, "AA", "yz")
    assert room.now
    assert (room.now.rounds[0].seats, room.now.rounds[0].phones[CHOICE][A]) == (["y", "z"], 2)
    room = acts.show(room, small_course)
    assert room.now
    (only,) = room.now.rounds
    assert (only.phones, only.paper, only.seats, only.shown[CHOICE]) == ({}, {}, [], {A: 2, B: 4, PASS: 0}), "six in all"
    few = acts.show(voted(voting, small_course, "AB--", "wxyz"), small_course)
    assert few.now
    assert few.now.rounds[0].model_dump(exclude={"key", "closed", "anew", "withheld"}) == {
        "phones": {},
        "seats": [],
        "paper": {},
        "shown": {},
    }


def test_a_question_that_was_shown_is_not_dropped(small_course: Catalogue, voting: Room) -> None:
    room = voted(voting, small_course, "AAAAA")
    assert acts.drop(room, small_course).now is None
    with pytest.raises(acts.NotNow):
        acts.drop(acts.show(room, small_course), small_course)


def test_a_closed_round_is_opened_again_with_no_vote_of_a_phone_in_it(small_course: Catalogue, voting: Room) -> None:
    room = acts.paper(voting, small_course, {CHOICE: {B: 3}})
    room = acts.talk(voted(room, small_course, "AA"), small_course)
    room = acts.reopen(room, small_course)
    assert room.now
    assert (room.now.rounds[0].phones, room.now.rounds[0].seats) == ({}, [])
    view = views.projector(room, small_course)
    assert view.ask
    assert (view.ask.phase, view.ask.round, view.ask.number, view.ask.anew, view.turnout) == ("vote", 2, 1, True, 3)
    room = twice(small_course, room, ("AAAAA", "vwxyz", 0), ("", "", 3))
    room = acts.reopen(room, small_course)
    room = acts.show(voted(room, small_course, "BBBBB", "vwxyz"), small_course)
    assert room.now
    assert [one.shown[CHOICE] for one in room.now.rounds] == [{A: 5, B: 3, PASS: 0}, {A: 3, B: 5, PASS: 0}]
    with pytest.raises(acts.NotNow):
        acts.reopen(room, small_course)


def test_marks_of_an_audit_are_torn_up(small_course: Catalogue) -> None:
    assert small_course.audit
    room = polls.ask_audit(Room(), small_course, small_course.audit.phases[0].id)
    assert room.now
    marks = {row: {"2": 6} for row in room.now.question.rows}
    room = acts.show(closed(room, small_course, room.now.question.readable(marks)), small_course)
    assert views.projector(room, small_course).ask.rounds[0].voters == 6  # type: ignore[union-attr]
    room = acts.done(room, small_course)
    assert (room.past, debrief.counts_csv(room).count("\n"), debrief.report(room, small_course).asked) == ([], 1, [])
