"""What a facilitator does with a room. Each act gives the room afterwards, or raises `NotNow`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from counteroffer.course import Catalogue
from counteroffer.room.board import Board
from counteroffer.room.questions import CHOICE, Counts, ballots, choice, leading, split, together
from counteroffer.room.state import Ask, By, Play, Room, Round, Step


class NotNow(Exception):  # noqa: N818 (a state of the room)
    """The room does not stand where this act belongs."""


def may(room: Room, course: Catalogue) -> list[str]:
    """The acts that are open, in the order in which they are likely; the next step stands first."""
    if room.now:
        return _asked(room.now)
    ask = ["item", "poll", "sort", "audit"]
    if room.play is None:
        return ["case", *ask]
    if room.play.debrief:
        return [*([] if room.play.uncovered else ["uncover"]), "leave", *ask]
    board, back = Board(course, room.play), ["back"] if room.play.path else []
    if room.play.told:
        return ["go-on", *back, "stop"]
    if board.ended:
        return ["stop", *back, "poll"]
    cards = ["ask-card", "card"] if board.offered() else []
    return ["vote", *cards, *back, "stop", *ask]


def _asked(ask: Ask) -> list[str]:
    match ask.phase:
        case "vote":
            return ["close", "paper", "drop"]
        case "closed":
            return [*(["talk"] if len(ask.rounds) == 1 else []), "show", "paper", "reopen", "drop"]
        case "talk":
            return ["again", "paper", "reopen", "drop"]
        case "shown" if ask.chooses:
            return ["choose", *(["draw"] if ask.hat() else [])]
        case _:
            return ["done"]


def start(room: Room, course: Catalogue, case: str, now: float = 0, *, start: str = "", wall: float = 0) -> Room:
    """Begin a case with its brief: now, by the room's time in that start of the machine, and by the wall clock."""
    _must(room, course, "case")
    if case not in course.cases:
        raise NotNow
    play = Play(number=len(room.plays) + 1, case=case, began=now, start=start, wall=wall)
    return _moved(room, plays=[*room.plays, play], left=False)


def open_card(room: Room, course: Catalogue, card: str) -> Room:
    """Open a card that the room has pointed at."""
    _must(room, course, "card")
    board = _board(room, course)
    if card not in board.offered():
        raise NotNow
    return _playing(room, cards=[*board.play.cards, card])


def vote(room: Room, course: Catalogue, about: Literal["decision", "card"] = "decision") -> Room:
    """Let everybody vote on the decision that waits, or on the card to open."""
    _must(room, course, "vote" if about == "decision" else "ask-card")
    board = _board(room, course)
    asked = choice(board.options() if about == "decision" else board.offered())
    return put(room, Ask(about=about, of=board.state.at, question=asked, play=board.play.number, step=len(board.play.path)))


def put(room: Room, ask: Ask) -> Room:
    """Open the first round of a question."""
    if room.now:
        raise NotNow
    return _moved(room, now=ask.model_copy(update={"rounds": [Round(key=room.keys + 1)]}), keys=room.keys + 1)


def close(room: Room, course: Catalogue, phones: Counts, seats: Iterable[str]) -> Room:
    """Take no more ballots: `phones` are the counts of those that came, and `seats` those who gave them."""
    _must(room, course, "close")
    # in an order that says nothing of who was first
    return _last(room, closed=True, phones=phones, seats=sorted(seats))


def reopen(room: Room, course: Catalogue) -> Room:
    """Open the last round again, with no vote of a phone in it; slips that were typed stay."""
    _must(room, course, "reopen")
    after = _last(room, key=room.keys + 1, closed=False, anew=True, phones={}, seats=[])
    return _asking(after, talking=False).model_copy(update={"keys": room.keys + 1})


def paper(room: Room, course: Catalogue, counts: Mapping[str, Mapping[str, int]]) -> Room:
    """Add counts of hands or slips to the last round; no move. Raises ValueError for counts of something else."""
    _must(room, course, "paper")
    before = _now(room).rounds[-1].paper
    return _typed(room, together(_now(room).question.readable(counts), before))


def correct(room: Room, course: Catalogue, counts: Mapping[str, Mapping[str, int]], slips: int) -> Room:
    """Take these counts of hands or slips instead of all that were typed, so long as these are still so many `slips`. As `paper`."""
    _must(room, course, "paper")
    if ballots(_now(room).rounds[-1].paper) != slips:
        raise NotNow
    return _typed(room, _now(room).question.readable(counts))


def talk(room: Room, course: Catalogue) -> Room:
    """Let the room talk before it votes again; the first count stays covered."""
    _must(room, course, "talk")
    return _asking(room, talking=True)


def again(room: Room, course: Catalogue) -> Room:
    """Open the second round."""
    _must(room, course, "again")
    rounds = [*_now(room).rounds, Round(key=room.keys + 1)]
    return _asking(room, rounds=rounds, talking=False).model_copy(update={"keys": room.keys + 1})


def show(room: Room, course: Catalogue, *, alone: bool | None = None) -> Room:
    """Show the counts: of both rounds, where there were two, or of the second `alone`; where nobody says which, what is safer.

    What may not be shown leaves the room's state here: rows in which fewer than five said something, whose vote came by phone and whose on
    paper, and which seats voted.
    """
    _must(room, course, "show")
    ask = _now(room)
    alone = ask.alone() if alone is None else alone
    rounds = []
    for one in ask.rounds:
        withheld = alone and one is not ask.rounds[-1]
        rounds.append(Round(key=one.key, closed=True, withheld=withheld, shown={} if withheld else split(one.whole(ask.question))))
    most = leading(ask.rounds[-1].whole(ask.question)[CHOICE]) if ask.chooses else []
    return _asking(room, shown=True, rounds=rounds, most=most)


def draw(room: Room, course: Catalogue, dice: Callable[[int], int]) -> Room:
    """Draw one of the votes of the last round, once; `dice` gives a number below the one that it is given. Nobody learns whose vote it is."""
    _must(room, course, "draw")
    votes = [option for option, number in _now(room).hat().items() for _ in range(number)]
    return _asking(room, drawn=votes[dice(len(votes))])


def choose(room: Room, course: Catalogue, by: By, option: str = "") -> Room:
    """Go on as most would have it, or as the drawn vote or the facilitator says. Raises NotNow where no option leads alone, or none is drawn."""
    _must(room, course, "choose")
    ask, board = _now(room), _board(room, course)
    most = ask.most[0] if len(ask.most) == 1 else None
    chosen = {"majority": most, "draw": ask.drawn, "facilitator": option}[by]
    if chosen not in ask.question.columns[:-1]:
        raise NotNow
    done = ask.model_copy(update={"chosen": chosen, "by": by})
    room = _moved(room, now=None, past=[*room.past, done])
    if ask.about == "card":
        return _playing(room, cards=[*board.play.cards, chosen])
    step = Step(decision=board.state.at, cards=board.play.cards, option=chosen)
    return _playing(room, path=[*board.play.path, step], cards=[], told=True)


def done(room: Room, course: Catalogue) -> Room:
    """Put away a question that was shown. Marks of an audit are torn up: they were for the screen alone."""
    _must(room, course, "done")
    kept = [] if _now(room).about == "audit" else [_now(room)]
    return _moved(room, now=None, past=[*room.past, *kept])


def drop(room: Room, course: Catalogue) -> Room:
    """Put a question away as if it had not been asked, so long as nobody has seen a count of it."""
    _must(room, course, "drop")
    return _moved(room, now=None)


def go_on(room: Room, course: Catalogue) -> Room:
    """From the brief or a consequence to what comes next."""
    _must(room, course, "go-on")
    return _playing(room, told=False)


def back(room: Room, course: Catalogue, to: int) -> Room:
    """Return to the decision at a step of the path, counted from 0; what was voted there and after it stays, as taken back."""
    _must(room, course, "back")
    play = _board(room, course).play
    if not 0 <= to < len(play.path):
        raise NotNow
    past = [one.model_copy(update={"undone": True}) if one.play == play.number and one.step >= to else one for one in room.past]
    return _playing(_moved(room, past=past), path=play.path[:to], cards=[], told=False)


def stop(room: Room, course: Catalogue) -> Room:
    """Begin the debrief, wherever the case stands."""
    _must(room, course, "stop")
    return _playing(room, debrief=True, told=False)


def uncover(room: Room, course: Catalogue) -> Room:
    """Uncover the hidden meter."""
    _must(room, course, "uncover")
    return _playing(room, uncovered=True)


def leave(room: Room, course: Catalogue) -> Room:
    """Leave the case."""
    _must(room, course, "leave")
    return _moved(room, left=True)


def _must(room: Room, course: Catalogue, act: str) -> None:
    if act not in may(room, course):
        raise NotNow


def _board(room: Room, course: Catalogue) -> Board:
    if room.play is None:
        raise NotNow
    return Board(course, room.play)


def _now(room: Room) -> Ask:
    if room.now is None:
        raise NotNow
    return room.now


def _moved(room: Room, **changes: Any) -> Room:
    return room.model_copy(update={"moves": room.moves + 1, **changes})


def _playing(room: Room, **changes: Any) -> Room:
    return _moved(room, plays=[*room.plays[:-1], room.plays[-1].model_copy(update=changes)])


def _asking(room: Room, **changes: Any) -> Room:
    return _moved(room, now=_now(room).model_copy(update=changes))


def _last(room: Room, **changes: Any) -> Room:
    rounds = _now(room).rounds
    return _asking(room, rounds=[*rounds[:-1], rounds[-1].model_copy(update=changes)])


def _typed(room: Room, counts: Counts) -> Room:
    # no move: helpers type while the room goes on, and a page that waits stays true
    return _last(room, paper=counts).model_copy(update={"moves": room.moves})
