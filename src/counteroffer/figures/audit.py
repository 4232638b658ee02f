"""The explorer `offer-audit`: the learner's marks beside the competing offer of a phase, as picture, sentence and order of gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counteroffer.course.audit import Audit, AuditDimension, TheirCode
from counteroffer.language import ENGLISH, Language
from counteroffer.models.audit import gaps, widest

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.canvas import Sheet

# A mark is a step from 0 to 4, or None for "not known". A dimension without an entry is not marked yet.
Marks = Mapping[str, int | None]

_TOP, _ROW, _ZERO, _STEP, _NONE, _RADIUS, _APART = 46.0, 26.0, 192.0, 35.0, 152.0, 4.5, 5.0


@dataclass(frozen=True)
class Row:
    """A dimension that is marked: their code and our mark."""

    dimension: AuditDimension
    theirs: TheirCode
    ours: int | None
    language: Language = ENGLISH

    @property
    def steps(self) -> int | None:
        """By how much theirs is ahead; None where a side is not known."""
        return None if self.theirs.code is None or self.ours is None else self.theirs.code - self.ours

    @property
    def said(self) -> str:
        """The row in words, such as "livelihood (theirs 3, a promise; ours 1)"."""
        _ = self.language.gettext
        theirs = _("{code}, a promise", code=self.theirs.code) if self.theirs.basis == "promised" else str(self.theirs.code)
        return _("{label} (theirs {theirs}; ours {ours})", label=self.dimension.label.lower(), theirs=theirs, ours=self.ours)


class Comparison:
    """One sheet: the marks of a learner in the phase that the learner has named.

    Raises KeyError for a phase or dimension that the sheet does not have, ValueError for a mark outside 0 to 4.
    """

    def __init__(self, audit: Audit, phase: str, marks: Marks, language: Language = ENGLISH) -> None:
        self.audit, self.language = audit, language
        self.phase = {one.id: one for one in audit.phases}[phase]
        if unknown := set(marks) - {one.id for one in audit.dimensions}:
            raise KeyError(min(unknown))
        if wrong := [mark for mark in marks.values() if mark is not None and not 0 <= mark < len(audit.scale)]:
            raise ValueError(f"a mark is a step from 0 to {len(audit.scale) - 1} or None, and not {wrong[0]}")
        self.rows = [Row(one, one.offer[phase], marks[one.id], language) for one in audit.dimensions if one.id in marks]
        self.unmarked = [one for one in audit.dimensions if one.id not in marks]

    def widest(self) -> list[Row]:
        """The rows on which ours is furthest behind, three at most."""
        return [self.rows[place] for place in widest(gaps([one.theirs.code for one in self.rows], [one.ours for one in self.rows]))]

    def sentence(self) -> str:
        """What the picture shows: where ours is behind, level, ahead, and what cannot be compared."""
        _ = self.language.gettext

        def named(rows: Iterable[str]) -> str:
            return _("; ").join(rows)

        behind = named(one.said for one in self.rows if one.steps is not None and one.steps > 0)
        level = named(one.said for one in self.rows if one.steps == 0)
        ahead = named(one.said for one in self.rows if one.steps is not None and one.steps < 0)
        apart = named(one.dimension.label.lower() for one in self.rows if one.steps is None)
        blank = named(one.label.lower() for one in self.unmarked)
        told = [
            _("Phase: {phase}.", phase=self.phase.label),
            _("Ours is behind on {rows}.", rows=behind) if behind else _("Ours is behind on no row that can be compared."),
            _("Level on {rows}.", rows=level) if level else "",
            _("Ahead on {rows}.", rows=ahead) if ahead else "",
            _("Not compared, since one side is not known: {rows}.", rows=apart) if apart else "",
            _("Not marked yet: {rows}.", rows=blank) if blank else "",
        ]
        return " ".join(filter(None, told))

    def height(self) -> float:
        """The height of the picture in units."""
        return _TOP + _ROW * len(self.audit.dimensions) + 46

    def draw(self) -> Figure:
        """Two marks a row that differ in shape as well as colour, and a line between them."""
        from counteroffer.figures.charts.canvas import figure_of

        return figure_of(self.height(), self._paint, self.language)

    def svg(self) -> str:
        """The picture as inline SVG; the sentence says it in words."""
        from counteroffer.figures.palette import to_svg

        return to_svg(self.draw, "offer-audit", f"{self.audit.title} {self.phase.label}.", self.language)

    def _paint(self, sheet: Sheet) -> None:
        _ = self.language.gettext
        for x, fill, edge, shape, words in (
            (6, "accent", "accent", "o", _("theirs, kept")),
            (96, "paper", "accent", "o", _("theirs, a promise")),
            (214, "accent2", "accent2", "s", _("ours, your mark")),
        ):
            sheet.dot(x, 9, _RADIUS, fill, edge, shape)  # type: ignore[arg-type]
            sheet.text(x + 9, 9, words, 9.5)
        end = _TOP + _ROW * len(self.audit.dimensions)
        for step in range(len(self.audit.scale)):
            sheet.line((_at(step), _at(step)), (_TOP - 4, end), "grid", 0.8)
            sheet.text(_at(step), _TOP - 13, str(step), 9.5, "muted", "center")
        for line, words in enumerate(_("not known").split(" ", 1)):
            sheet.text(_NONE, _TOP - 19 + 10 * line, words, 8.5, "muted", "center")
        marked = {one.dimension.id: one for one in self.rows}
        for index, dimension in enumerate(self.audit.dimensions):
            y = _TOP + _ROW * (index + 0.5)
            sheet.line((0, 342), (y - _ROW / 2, y - _ROW / 2), "grid", 0.7)
            sheet.text(0, y, f"{index + 1} {dimension.label}", 9.5, "ink" if dimension.id in marked else "muted")
            if dimension.id in marked:
                _marks(sheet, y, marked[dimension.id])
            else:
                sheet.text(_at(2), y, _("not marked yet"), 8.5, "muted", "center")
        for step, words in enumerate(self.audit.scale):
            sheet.text((0, 118, 236)[step % 3], end + 17 + 15 * (step // 3), f"{step}  {words.lower()}", 9, "muted")
        sheet.text(236, end + 32, _("?  disputed"), 9, "muted")


def _marks(sheet: Sheet, y: float, row: Row) -> None:
    apart = _APART if row.steps == 0 else 0.0
    if row.steps:
        sheet.line((_at(row.theirs.code or 0), _at(row.ours or 0)), (y, y), "accent" if row.steps > 0 else "accent2", 2.2)
    theirs = (_NONE - 6, y) if row.theirs.code is None else (_at(row.theirs.code), y - apart)
    ours = (_NONE + 6, y) if row.ours is None else (_at(row.ours), y + apart)
    sheet.dot(*theirs, _RADIUS, "paper" if row.theirs.basis == "promised" else "accent", "accent", "o")
    sheet.dot(*ours, _RADIUS, "accent2", "accent2", "s")
    if row.theirs.contested:
        sheet.text(theirs[0] + 10, theirs[1] - 6, "?", 9.5, "accent", "center", bold=True)


def _at(step: int) -> float:
    return _ZERO + _STEP * step
