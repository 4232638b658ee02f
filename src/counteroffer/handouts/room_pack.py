"""What a room needs once, whatever it does that day: cards, ballots, rules, measures, the form, the slip on risk, certificates."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.papers import Papers
from counteroffer.handouts.piece import Pack, Piece

# As many letters as an item or a decision has options at most.
LETTERS = "ABCDE"
_READ = (13, 12.5, 12, 11.5, 11, 10.5, 10)


def room_pack(course: Catalogue) -> Pack | None:
    """Papers of a room. None in a course that says nothing of them."""
    papers, _ = course.papers, course.language.gettext
    if papers is None:
        return None
    told = {"papers": papers, "letters": LETTERS}
    pieces = (
        Piece("1-house-rules", _("House rules"), "everybody", "house-rules.html", told, sizes=(20, 19, 18, 17, 16, 15, 14), pages=1),
        Piece("2-letter-cards", _("Cards with letters"), "everybody", "letter-cards.html", told, "pair", pages=1),
        Piece("3-ballots", _("Ballots"), "everybody", "ballots.html", told | {"slips": 24}, sizes=(10,), pages=1),
        Piece("4-act-cards", _("Cards for acts"), "everybody", "act-cards.html", told, "pair", (12, 11.5, 11, 10.5, 10), 1),
        *(_measure(course, papers, f"{number}-measure-{letter}", turn) for number, letter, turn in ((5, "a", 1), (6, "b", -1))),
        Piece("7-form", _("Form"), "everybody", "form.html", told, "person", (13, 12.5, 12, 11.5, 11, 10.5, 10), 1),
        Piece("7b-risk-slip", _("Risk slip"), "everybody", "risk-slip.html", told, "pair", (13, 12, 11), 1),
        Piece("8-attendance", _("Certificate of attendance"), "everybody", "attendance.html", told, "person", pages=1, sizes=(15,)),
        Piece("9-completion", _("Sheet of completion"), "everybody", "completion.html", told, "person", pages=1, sizes=(11, 10.5, 10, 9.5)),
    )
    return Pack("room", _("Room"), pieces)


def _measure(course: Catalogue, papers: Papers, name: str, turn: int) -> Piece:
    """One sheet, to be folded: a set before, the other after; `turn` is 1 or -1. Keys stand nowhere on it."""
    parts = [course.checks[one] for one in papers.measures][::turn]
    values = {"papers": papers, "parts": parts, "letter": name[-1].upper()}
    title = course.language.gettext("Measure {letter}", letter=name[-1].upper())
    return Piece(
        name, title, "everybody", "measure.html", values, "half", (12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9), 2 * len(parts), numbered=True
    )
