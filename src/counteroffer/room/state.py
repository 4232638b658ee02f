"""A room as it stands: what is asked now, how a case goes, what was asked before. It is plain data, to be kept and read again."""

from __future__ import annotations

from typing import Literal

from counteroffer.course.base import Model
from counteroffer.room.questions import CHOICE, LEAST, Counts, Question, ballots, hat, together

About = Literal["decision", "card", "item", "poll", "sort", "audit"]
By = Literal["majority", "draw", "facilitator"]
Phase = Literal["vote", "closed", "talk", "shown", "chosen"]


class Round(Model):
    """A round of voting. Ballots name it by `key` and lie elsewhere until it is closed; `anew` says that it was opened again.

    From its closing until it is shown, `phones` are their counts and `seats` who gave them, never what; `paper` are counts of hands and
    slips. When it is shown, `shown` takes the place of all three: what may be shown of phones and paper as one. A `withheld` round has none.
    """

    key: int
    closed: bool = False
    anew: bool = False
    phones: Counts = {}
    seats: list[str] = []
    paper: Counts = {}
    shown: Counts = {}
    withheld: bool = False

    def whole(self, question: Question) -> Counts:
        """Phones and paper as one count, once it is closed."""
        return together(together(question.none(), self.phones), self.paper)

    def number(self) -> int:
        """How many ballots and slips there are, passes included."""
        return ballots(self.phones) + ballots(self.paper)


class Ask(Model):
    """A question that was put: to be answered alone, talked about, answered again, shown; a decision or a card is then chosen.

    `of` is the id of what is asked about, `words` what the facilitator wrote for a poll; `play` and `step` say at which decision of which case.
    Once it is shown, `most` is what most chose; `drawn` is what the drawn vote says.
    """

    about: About
    of: str
    words: list[str] = []
    question: Question
    rounds: list[Round] = []
    talking: bool = False
    shown: bool = False
    most: list[str] = []
    drawn: str | None = None
    chosen: str | None = None
    by: By | None = None
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
    def number(self) -> int:
        """Which round it is at; there are two at most."""
        return len(self.rounds)

    @property
    def open(self) -> Round | None:
        """The round that takes ballots."""
        return None if self.rounds[-1].closed else self.rounds[-1]

    @property
    def chooses(self) -> bool:
        """Whether something is chosen by it."""
        return self.about in {"decision", "card"}

    def hat(self) -> dict[str, int]:
        """The votes of the last round among which one may be drawn, once a question."""
        return hat(self.rounds[-1].shown.get(CHOICE, {})) if self.shown and self.chooses and self.drawn is None else {}

    def apart(self) -> int:
        """How many voted in one of two rounds alone: phones by seat, paper by number. 0 where the same people voted in both.

        Somebody who came between two rounds is what the second count has more than the first. So with fewer than five of them, two counts
        side by side can tell what one of them voted, however many others voted, and the facilitator is told.
        """
        if self.number == 1 or not self.rounds[-1].closed:
            return 0
        first, second = self.rounds
        return len(set(first.seats) ^ set(second.seats)) + abs(ballots(first.paper) - ballots(second.paper))

    def alone(self) -> bool:
        """Whether the second count had better stand alone, unless the facilitator says otherwise.

        Only where the totals differ can one count be taken from the other, and only with fewer than five apart is the rest a few people. Where
        somebody came for somebody who left, or went from phone to paper, the totals are the same: the counts differ as if somebody had
        changed their mind, which is what two rounds are for.
        """
        return 0 < self.apart() < LEAST and self.rounds[0].number() != self.rounds[1].number()


class Step(Model):
    """A decision of a path, as the machine of cases wants it."""

    decision: str
    cards: list[str] = []
    option: str


class Play(Model):
    """A case in the room. `cards` are open at the decision that waits.

    `told` says that the brief or the last consequence is still on the screen. It began at `began`, in seconds of the room's time in the
    start of the machine that is called `start`, and at `wall` of the wall clock, by which it goes on in another start.
    """

    number: int
    case: str
    began: float = 0
    start: str = ""
    wall: float = 0
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
    """Everything about a room but its ballots. `keys` and `plays` number rounds and cases; `locked` says that nobody more is let in.

    `moves` counts acts that change what may be done next: by it a page knows whether it is still true.
    """

    moves: int = 0
    keys: int = 0
    plays: list[Play] = []
    now: Ask | None = None
    past: list[Ask] = []
    parked: list[Parked] = []
    timer: Timer | None = None
    left: bool = True
    locked: bool = False

    @property
    def play(self) -> Play | None:
        """The case that the room is in."""
        return None if self.left or not self.plays else self.plays[-1]
