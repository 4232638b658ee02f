"""What participants, the projector and the facilitator see of a room, as plain data.

No view holds a count before it is shown, which is after the last round that there is, but for slips on the page on which they are typed;
none holds a split of fewer than five; none holds a covered meter before it is uncovered. How many ballots have come (the turnout) says
nothing of what is on them.
"""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.base import Model
from counteroffer.room.acts import may
from counteroffer.room.board import Board
from counteroffer.room.questions import Counts, Question, ballots, voters
from counteroffer.room.side import time_left
from counteroffer.room.state import About, Ask, By, Parked, Phase, Play, Room, Step


class ShownRound(Model):
    """A round whose counts are shown: only rows in which at least five said something; `voters` where there is such a row."""

    number: int
    voters: int | None
    split: Counts


class AskView(Model):
    """What is asked. `round` is the key of the round that takes ballots now, `number` which round it is, `anew` whether it was opened again.

    `leads` is what most chose, `draws` says whether a vote may be drawn, `drawn` what the drawn one says.
    """

    about: About
    of: str
    words: list[str]
    question: Question
    phase: Phase
    round: int | None
    number: int
    anew: bool
    rounds: list[ShownRound]
    leads: list[str]
    draws: bool
    drawn: str | None
    chosen: str | None
    by: By | None


class PlayView(Model):
    """A case as a room may see it. `options` are open, `offered` cards not opened yet, `said` the paragraphs of the place.

    `brief` says that the brief is being read; `last` is the step whose consequence is; `hidden` is empty until the debrief uncovers it.
    """

    case: str
    number: int
    path: list[Step]
    at: str
    ended: bool
    debrief: bool
    said: list[str]
    options: list[str]
    cards: list[str]
    offered: list[str]
    attention: int
    brief: bool
    last: Step | None
    notices: list[str]
    meters: dict[str, int]
    hidden: dict[str, int]


class Participant(Model):
    """What stands on a participant's phone."""

    moves: int
    ask: AskView | None
    play: PlayView | None
    timer: int | None
    parked: list[Parked]


class Projector(Participant):
    """What stands on the screen: as on a phone, and how many ballots have come and how many people are in the room."""

    turnout: int
    seats: int


class Facilitator(Projector):
    """What stands on the facilitator's phone: as on the screen, and what may be done next.

    Of the last round, `last` is the key, `phones` and `slips` are how many came, `typed` what was typed of slips; of two rounds, `apart` and `alone` are as in
    `Ask`. `minute` is that of the case.
    """

    may: list[str]
    last: int | None
    phones: int
    slips: int
    typed: Counts
    apart: int
    alone: bool
    locked: bool
    waiting: list[Parked]
    minute: int | None
    asked: int


def participant(room: Room, course: Catalogue, now: float = 0) -> Participant:
    """A participant's view. `now` is the room's time, in seconds."""
    parked = [one.model_copy(update={"name": ""}) for one in room.parked if one.state == "shown"]
    play = _play(room.play, course) if room.play else None
    return Participant(moves=room.moves, ask=_ask(room.now) if room.now else None, play=play, timer=time_left(room, now), parked=parked)


def projector(room: Room, course: Catalogue, now: float = 0, *, phones: int = 0, seats: int = 0) -> Projector:
    """The projector's view; `phones` is the number of ballots in the open round, and `seats` that of people who joined."""
    return Projector(**dict(participant(room, course, now)), turnout=sum(_came(room, phones)), seats=seats)


def facilitator(room: Room, course: Catalogue, now: float = 0, *, phones: int = 0, seats: int = 0, played: float = 0) -> Facilitator:
    """The facilitator's view; as for the projector, and `played` is for how many seconds the case has gone on."""
    seen = projector(room, course, now, phones=phones, seats=seats)
    came, slips = _came(room, phones)
    return Facilitator(
        **dict(seen),
        may=may(room, course),
        last=room.now.rounds[-1].key if room.now else None,
        phones=came,
        slips=slips,
        typed=room.now.rounds[-1].paper if room.now else {},
        apart=room.now.apart() if room.now else 0,
        alone=room.now.alone() if room.now else False,
        locked=room.locked,
        waiting=[one for one in room.parked if one.state == "waiting"],
        minute=int(played // 60) if room.play else None,
        asked=len(room.past),
    )


def shown(ask: Ask) -> list[ShownRound]:
    """The rounds of a question as far as they may be shown."""
    if not ask.shown:
        return []
    found = []
    for number, one in enumerate(ask.rounds, start=1):
        if not one.withheld:
            found.append(ShownRound(number=number, voters=max(map(voters, one.shown.values())) if one.shown else None, split=one.shown))
    return found


def _came(room: Room, phones: int) -> tuple[int, int]:
    """Ballots of phones and slips in the last round, until it is shown: then nothing is left of which was which."""
    if room.now is None:
        return 0, 0
    last = room.now.rounds[-1]
    return ballots(last.phones) if last.closed else phones, ballots(last.paper)


def _ask(ask: Ask) -> AskView:
    return AskView(
        about=ask.about,
        of=ask.of,
        words=ask.words,
        question=ask.question,
        phase=ask.phase,
        round=ask.open.key if ask.open and not ask.talking else None,
        number=len(ask.rounds),
        anew=ask.rounds[-1].anew,
        rounds=shown(ask),
        leads=ask.most,
        draws=bool(ask.hat()),
        drawn=ask.drawn,
        chosen=ask.chosen,
        by=ask.by,
    )


def _play(play: Play, course: Catalogue) -> PlayView:
    board = Board(course, play)
    place = next(one for one in board.case.places() if one.id == board.state.at)
    return PlayView(
        case=play.case,
        number=play.number,
        path=play.path,
        at=board.state.at,
        ended=board.ended,
        debrief=play.debrief,
        said=[] if play.told else board.passages(place),
        options=board.options(),
        cards=play.cards,
        offered=board.offered(),
        attention=board.attention(),
        brief=play.told and not play.path,
        last=play.path[-1] if play.told and play.path else None,
        notices=board.notices() if play.told else [],
        meters=board.levels(hidden=False),
        hidden=board.levels(hidden=True) if play.uncovered else {},
    )
