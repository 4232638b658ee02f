"""What remains of a room: votes before and after, its paths beside two others, open questions, figures. Counts alone, and none of fewer than five."""

from __future__ import annotations

import csv
import io

from counteroffer.course import Catalogue
from counteroffer.course.base import Model
from counteroffer.room.board import Board
from counteroffer.room.roads import other_roads
from counteroffer.room.state import About, Ask, By, Play, Room, Step
from counteroffer.room.views import ShownRound, shown


class Voted(Model):
    """A question that was put and shown, with its rounds side by side. `undone` says that the room went back behind it."""

    about: About
    of: str
    words: list[str]
    rows: list[str]
    columns: list[str]
    rounds: list[ShownRound]
    chosen: str | None
    by: By | None
    undone: bool


class OtherRoad(Model):
    """A path to another ending, as far as it parts from the room's own."""

    shared: int
    steps: list[Step]
    ending: str


class Played(Model):
    """A case: the room's path, where it came to, the meters then, what was voted, and roads beside it."""

    case: str
    path: list[Step]
    at: str
    ended: bool
    meters: dict[str, int]
    hidden: dict[str, int]
    voted: list[Voted]
    roads: list[OtherRoad]


class Report(Model):
    """All of it. `asked` are questions outside a case; `open` are parked ones that were shown and not answered; figures are counts."""

    played: list[Played]
    asked: list[Voted]
    open: list[str]
    questions: int
    rounds: int
    again: int


def report(room: Room, course: Catalogue) -> Report:
    """The report on a room."""
    put = room.past
    return Report(
        played=[_played(play, course, put) for play in room.plays],
        asked=[_voted(one) for one in put if not one.play],
        open=[one.text for one in room.parked if one.state == "shown"],
        questions=len(put),
        rounds=sum(len(one.rounds) for one in put),
        again=sum(len(one.rounds) > 1 for one in put),
    )


def counts_csv(room: Room) -> str:
    """Every count that may be shown, a line each: question, about, of, words of a poll, round, row, option, count, chosen, taken_back."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(["question", "about", "of", "words", "round", "row", "option", "count", "chosen", "taken_back"])
    for number, ask in enumerate(room.past, start=1):
        head = [number, ask.about, ask.of, _plain(" | ".join(ask.words))]
        last = [ask.chosen or "", "yes" if ask.undone else ""]
        for one in shown(ask):
            for row, columns in one.split.items():
                out.writerows([*head, one.number, row, column, count, *last] for column, count in columns.items())
            if not one.split:
                out.writerow([*head, one.number, "", "", "", *last])
    return text.getvalue()


def _plain(words: str) -> str:
    """Words that no table takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@")) else words


def _played(play: Play, course: Catalogue, put: list[Ask]) -> Played:
    board = Board(course, play)
    path = [step.model_dump() for step in play.path]
    roads = other_roads(board.machine, path, board.state.at) if board.ended else []
    return Played(
        case=play.case,
        path=play.path,
        at=board.state.at,
        ended=board.ended,
        meters=board.levels(hidden=False),
        hidden=board.levels(hidden=True) if play.uncovered else {},
        voted=[_voted(one) for one in put if one.play == play.number],
        roads=[
            OtherRoad(shared=road.shared, steps=[Step(**one) for one in road.path[road.shared :]], ending=road.ending) for road in roads
        ],
    )


def _voted(ask: Ask) -> Voted:
    told = {name: getattr(ask, name) for name in ("about", "of", "words", "chosen", "by", "undone")}
    return Voted(**told, rows=ask.question.rows, columns=ask.question.columns, rounds=shown(ask))
