"""What remains of a room, in words: for the printed debrief."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.language import message
from counteroffer.room.debrief import Voted
from counteroffer.room.questions import CHOICE, Question
from counteroffer.room.views import AskView
from counteroffer.server.room.words import Named, Words

_BY = {
    "majority": message("by most votes"),
    "draw": message("by a drawn vote"),
    "facilitator": message("by the facilitator"),
}


class Remains:
    """The texts of a report."""

    def __init__(self, course: Catalogue) -> None:
        self.words = Words(course)

    def titles(self, one: Voted, case: str | None) -> str:
        """What was asked."""
        return self.words.title(_ask(one), case)

    def rows(self, one: Voted) -> list[Named]:
        """Its rows."""
        return [Named(CHOICE, "", "")] if one.rows == [CHOICE] else self.words.rows(_ask(one))

    def columns(self, one: Voted, case: str | None) -> list[Named]:
        """Its columns."""
        return self.words.columns(_ask(one), case)

    def chosen(self, one: Voted, case: str | None) -> str:
        """What was chosen."""
        found = next(named for named in self.columns(one, case) if named.id == one.chosen)
        return f"{found.sign}: {found.text}"

    def by(self, one: Voted) -> str:
        """How it was chosen."""
        return self.words.course.language.say(_BY[one.by]) if one.by else ""


def _ask(one: Voted) -> AskView:
    kind = "choice" if one.rows == [CHOICE] else "marks"
    return AskView(
        about=one.about,
        of=one.of,
        words=one.words,
        question=Question(kind=kind, rows=one.rows, columns=one.columns),
        phase="shown",
        round=None,
        number=len(one.rounds),
        anew=False,
        rounds=one.rounds,
        leads=[],
        draws=False,
        drawn=None,
        chosen=one.chosen,
        by=one.by,
    )
