"""A case goes as the run of a case says: cards within attention, alone, talk, again, both counts, a choice, back; and paper counts as phones do."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import Machine
from counteroffer.course.case_machine import told as told_of
from counteroffer.room import acts, debrief, polls, side, views
from counteroffer.room.questions import CHOICE, PASS
from counteroffer.room.roads import other_roads
from counteroffer.room.state import Room
from tests.room.rooms import begun, closed


def test_alone_then_talk_then_again_and_both_counts_side_by_side(small_course: Catalogue, voting: Room) -> None:
    room = closed(voting, small_course, {CHOICE: {"wait-1": 4, "speak-1": 2, PASS: 0}})
    room = acts.talk(room, small_course)
    with pytest.raises(acts.NotNow):
        acts.show(room, small_course)
    room = acts.again(room, small_course)
    assert (room.now and room.now.open and room.now.open.key) == 2, "ballots of the first round are not taken for the second"
    room = acts.paper(room, small_course, {CHOICE: {"speak-1": 3}})
    room = closed(room, small_course, {CHOICE: {"wait-1": 2, "speak-1": 2, PASS: 1}})
    assert views.projector(room, small_course).turnout == 8
    with pytest.raises(acts.NotNow):
        acts.talk(room, small_course)
    room = acts.show(room, small_course, alone=False)
    view = views.projector(room, small_course)
    assert view.ask
    assert [one.split[CHOICE]["speak-1"] for one in view.ask.rounds] == [2, 5], "slips and phones are one count"
    with pytest.raises(acts.NotNow):
        acts.again(room, small_course)
    room = acts.choose(room, small_course, "majority")
    seen = views.participant(room, small_course).play
    assert seen
    assert (seen.last and seen.last.option, seen.at, seen.options) == ("speak-1", "step-2", [])
    assert views.participant(acts.go_on(room, small_course), small_course).play.options == ["wait-2", "speak-2"]  # type: ignore[union-attr]


def test_slips_of_several_helpers_add_up_and_can_be_corrected(small_course: Catalogue, voting: Room) -> None:
    room = acts.paper(voting, small_course, {CHOICE: {"wait-1": 30}})
    assert room.moves == voting.moves, "a page on which somebody else types stays true"
    room = acts.paper(room, small_course, {CHOICE: {"wait-1": 1, "speak-1": 3}})
    seen = views.facilitator(room, small_course, phones=2)
    assert (seen.turnout, seen.phones, seen.slips, seen.typed[CHOICE]) == (36, 2, 34, {"wait-1": 31, "speak-1": 3, PASS: 0})
    with pytest.raises(acts.NotNow):
        acts.correct(room, small_course, {CHOICE: {"wait-1": 3}}, slips=30)
    room = acts.correct(room, small_course, {CHOICE: {"wait-1": 3, "speak-1": 3}}, slips=34)
    assert views.projector(room, small_course, phones=2).turnout == 8
    with pytest.raises(ValueError, match="no such answer"):
        acts.paper(room, small_course, {CHOICE: {"burn-it": 3}})
    with pytest.raises(ValueError, match="no such answer"):
        acts.paper(room, small_course, {CHOICE: {"wait-1": -1}})


def test_cards_are_opened_within_attention_by_hand_or_by_vote(small_course: Catalogue) -> None:
    room = acts.vote(begun(small_course), small_course, "card")
    room = acts.show(closed(room, small_course, {CHOICE: {"letter": 3, "rumour": 3, PASS: 0}}), small_course)
    assert views.participant(room, small_course).ask.leads == ["letter", "rumour"]  # type: ignore[union-attr]
    with pytest.raises(acts.NotNow):
        acts.choose(room, small_course, "draw", "rumour")
    room = acts.choose(acts.draw(room, small_course, lambda number: number - 1), small_course, "draw")
    seen = views.participant(room, small_course).play
    assert seen
    assert (seen.cards, seen.offered, seen.attention) == (["rumour"], [], 0)
    with pytest.raises(acts.NotNow):
        acts.open_card(room, small_course, "letter")


def test_going_back_undoes_what_was_decided_and_keeps_that_it_was(small_course: Catalogue) -> None:
    room = begun(small_course)
    for option in ("speak-1", "speak-2"):
        room = decided(room, small_course, option)
    room = acts.back(room, small_course, 1)
    seen = views.participant(room, small_course).play
    assert seen
    assert ([step.option for step in seen.path], seen.at, seen.meters) == (["speak-1"], "step-2", {"trust": 6})
    assert [one.undone for one in room.past] == [False, True]


def test_a_notice_is_told_once_where_it_acts(small_course: Catalogue) -> None:
    room, heard = begun(small_course), []
    for number in range(1, 5):
        room = decided(room, small_course, f"speak-{number}", go_on=False)
        heard.append(views.participant(room, small_course).play.notices)  # type: ignore[union-attr]
        room = acts.go_on(room, small_course)
    assert heard == [[], ["caller"], [], []]


def test_the_debrief_has_both_counts_the_path_and_other_roads(small_course: Catalogue) -> None:
    room = begun(small_course)
    for number in range(1, 7):
        room = decided(room, small_course, f"wait-{number}")
    room = acts.stop(room, small_course)
    assert not views.participant(room, small_course).play.hidden  # type: ignore[union-attr]
    room = acts.uncover(room, small_course)
    assert views.participant(room, small_course).play.hidden == {"pull": 0}  # type: ignore[union-attr]
    for said in ("Who was missing?", "My cousin was one of those.", "What does it cost?"):
        room = side.park(room, said)
    room = side.moderate(side.moderate(room, 1, "shown"), 3, "answered")
    told = debrief.report(room, small_course)
    (played,) = told.played
    assert (played.at, [one.chosen for one in played.voted]) == ("alone", [f"wait-{number}" for number in range(1, 7)])
    assert [(road.ending, road.shared) for road in played.roads] == [("spoken", 5), ("trusted", 1)]
    assert (told.open, told.questions, told.rounds, told.again) == (["Who was missing?"], 6, 6, 0)
    assert "1,decision,step-1,,1,choice,wait-1,6,wait-1," in debrief.counts_csv(room)


def test_roads_part_as_late_as_can_be_and_open_the_card_that_an_option_waits_for() -> None:
    told = {
        "start": "first",
        "meters": {},
        "decisions": {
            "first": {"attention": 0, "cards": [], "options": {"go": {"effects": {}, "sets": [], "then": [{"go": "second"}]}}},
            "second": {
                "attention": 1,
                "cards": ["map", "list"],
                "options": {
                    "push": {"effects": {}, "sets": [], "then": [{"go": "gap"}]},
                    "hold": {"if": {"has": ["saw-list"]}, "effects": {}, "sets": [], "then": [{"go": "home"}]},
                },
            },
        },
        "background": [],
        "endings": ["gap", "home"],
    }
    path = [{"decision": "first", "cards": [], "option": "go"}, {"decision": "second", "cards": [], "option": "push"}]
    (road,) = other_roads(Machine(told), path, "gap")
    assert (road.ending, road.shared, road.path[1]) == ("home", 1, {"decision": "second", "cards": ["list"], "option": "hold"})


def test_roads_of_a_real_case_are_two_and_lead_where_they_say(course: Catalogue) -> None:
    machine = Machine(told_of(course.cases["the-camp-empties"]))
    path, state = [], machine.start()
    while state.at not in machine.endings:
        path.append({"decision": state.at, "cards": [], "option": machine.open_options(state)[0]})
        state = machine.replay(path)
    roads = other_roads(machine, path, state.at)
    assert len({road.ending for road in roads} | {state.at}) == 3
    assert all(machine.replay(road.path).at == road.ending for road in roads)


def test_polls_take_no_words_but_the_facilitators(small_course: Catalogue) -> None:
    room = polls.ask_poll(Room(), small_course, "ranking", "What first?", ["papers", "", " pay "])
    assert room.now
    assert (room.now.words, room.now.question.rows) == (["What first?", "papers", "pay"], ["1", "2"])
    with pytest.raises(ValueError, match="own"):
        room.now.question.read({"1": "1", "2": "1"})
    with pytest.raises(ValueError, match="two to six"):
        polls.ask_poll(Room(), small_course, "ranking", "What first?", ["papers"])
    with pytest.raises(acts.NotNow):
        polls.ask_item(Room(), small_course, "item-multiple")


def test_words_of_a_poll_stand_in_the_table_and_are_no_formula(small_course: Catalogue) -> None:
    room = polls.ask_poll(Room(), small_course, "scale", "=1+1")
    room = closed(room, small_course, {CHOICE: {"3": 5}})
    room = acts.done(acts.show(room, small_course), small_course)
    assert "1,poll,scale,'=1+1,1,choice,3,5,," in debrief.counts_csv(room)


def test_questions_that_wait_leave_room_for_others_once_they_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side, "MOST_WAITING", 2)
    room = side.park(side.park(Room(), "One?"), "Two?")
    with pytest.raises(ValueError, match="no room"):
        side.park(room, "Three?")
    room = side.park(side.moderate(room, 1, "hidden"), "Three?")
    assert [one.key for one in room.parked if one.state == "waiting"] == [2, 3]


def test_a_parked_question_is_seen_when_it_is_shown_and_without_a_name(small_course: Catalogue) -> None:
    room = side.park(Room(), "  Who   was missing? ", "M.")
    assert not views.projector(room, small_course).parked
    assert views.facilitator(room, small_course).waiting[0].name == "M."
    room = side.moderate(room, 1, "shown")
    (seen,) = views.projector(room, small_course).parked
    assert (seen.text, seen.name) == ("Who was missing?", "")
    assert not views.projector(side.moderate(room, 1, "hidden"), small_course).parked


def test_a_timer_counts_down_and_is_gone_when_the_rooms_time_began_anew() -> None:
    room = side.set_timer(Room(), 90, now=1000)
    assert [side.time_left(room, now) for now in (1000, 1030, 2000, 3)] == [90, 60, 0, None]
    assert side.time_left(side.set_timer(room, 0, now=1000), 1001) is None


def decided(room: Room, course: Catalogue, option: str, *, go_on: bool = True) -> Room:
    """The room after a decision on which six voted alike."""
    room = acts.vote(room, course)
    room = closed(room, course, {CHOICE: {option: 6}})
    room = acts.choose(acts.show(room, course), course, "majority")
    return acts.go_on(room, course) if go_on else room
