"""A room as it stands: what is asked now, how a case goes, what was asked before. It is plain data, to be kept and read again."""

from __future__ import annotations

from typing import Literal

from counteroffer.course.base import Model
from counteroffer.room.questions import CHOICE, Counts, Question, ballots, leading, together

About = Literal["decision", "card", "item", "poll", "sort", "audit"]
By = Literal["majority", "seat", "facilitator"]
Phase = Literal["vote", "closed", "talk", "shown", "chosen"]


class Round(Model):
    """A round of voting. Ballots name it by `key` and lie elsewhere until it is closed; then `phones` are their counts.

    `paper` are counts of hands and slips.
    """

    key: int
    closed: bool = False
    phones: Counts = {}
    paper: Counts = {}

    def counts(self, question: Question) -> Counts:
        """Phones and paper as one count, once it is closed."""
        return together(together(question.none(), self.phones), self.paper)


class Ask(Model):
    """A question that was put: to be answered alone, talked about, answered again, shown; a decision or a card is then chosen.

    `of` is the id of what is asked about, `words` what the facilitator wrote for a poll; `play` and `step` say at which decision of which case.
    """

    about: About
    of: str
    words: list[str] = []
    question: Question
    rounds: list[Round] = []
    talking: bool = False
    shown: bool = False
    chosen: str | None = None
    by: By | None = None
    seat: int | None = None
    play: int = 0
    step: int = 0
    undone: bool = False

    @property
    def phase(self) -> Phase:
        """How far it is."""
        if self.chosen is not None:
            return "chosen"
        if self.shown:
            return "shown"
        if self.talking:
            return "talk"
        return "closed" if self.rounds[-1].closed else "vote"

    @property
    def open(self) -> Round | None:
        """The round that takes ballots."""
        return None if self.rounds[-1].closed else self.rounds[-1]

    @property
    def chooses(self) -> bool:
        """Whether something is chosen by it."""
        return self.about in {"decision", "card"}

    def leads(self) -> list[str]:
        """What most chose in the last round, where it is shown."""
        return leading(self.rounds[-1].counts(self.question)[CHOICE]) if self.shown and self.chooses else []

    def cast(self) -> int:
        """Ballots in the last round that is closed, passes included."""
        closed = [one for one in self.rounds if one.closed]
        return ballots(closed[-1].counts(self.question)) if closed else 0


class Step(Model):
    """A decision of a path, as the machine of cases wants it."""

    decision: str
    cards: list[str] = []
    option: str


class Play(Model):
    """A case in the room. `cards` are open at the decision that waits.

    `told` says that the brief or the last consequence is still on the screen; `began` is the time of the room at which it began, in seconds.
    """

    number: int
    case: str
    began: float = 0
    path: list[Step] = []
    cards: list[str] = []
    told: bool = True
    debrief: bool = False
    uncovered: bool = False


class Parked(Model):
    """A question for later. Nobody but the facilitator sees it before it is shown."""

    key: int
    text: str
    name: str = ""
    state: Literal["waiting", "shown", "hidden", "answered"] = "waiting"


class Timer(Model):
    """It ends at a time of the room, and was set to so many seconds."""

    seconds: int
    ends: float


class Room(Model):
    """Everything about a room but its ballots. `moves` counts acts; `keys` and `plays` number rounds and cases."""

    moves: int = 0
    keys: int = 0
    plays: list[Play] = []
    now: Ask | None = None
    past: list[Ask] = []
    parked: list[Parked] = []
    timer: Timer | None = None
    left: bool = True

    @property
    def play(self) -> Play | None:
        """The case that the room is in."""
        return None if self.left or not self.plays else self.plays[-1]
