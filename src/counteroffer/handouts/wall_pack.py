"""What hangs on a wall or is filled in at a table: the phases, the matrix, the audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counteroffer.course import Catalogue
from counteroffer.course.phase_map import Cell, PhaseMap, Row
from counteroffer.handouts.piece import Pack, Piece


def wall_pack(course: Catalogue) -> Pack | None:
    """The phases as a poster and as four tiles, the blank matrix, the audits. None in a course that has none of them."""
    pieces = (*_phases(course), *_audits(course))
    return Pack("wall", course.language.gettext("Walls and tables"), pieces) if pieces else None


def _phases(course: Catalogue) -> Iterator[Piece]:
    phases, _ = course.explorers.get("phase-map"), course.language.gettext
    if not isinstance(phases, PhaseMap):
        return
    values = {"data": phases, "sought": sought, "means": means}
    poster, tiles = (20, 19, 18, 17, 16.5, 16, 15.5, 15, 14.5, 14), (21, 20, 19, 18, 17, 16, 15)
    yield Piece("phases-poster", _("Phases (A3)"), "everybody", "phases-poster.html", values, sizes=poster, pages=1, paper="A3 landscape")
    yield Piece("phases-tiles", _("Phases (tiles)"), "everybody", "phases-tiles.html", values, sizes=tiles, pages=4)


def _audits(course: Catalogue) -> Iterator[Piece]:
    """The matrix, the audit of the room, in four words, and the one with anchors, for later."""
    if course.audit is None:
        return
    _, values, paper = course.language.gettext, {"audit": course.audit}, "A4 landscape"
    yield Piece("matrix", _("Matrix"), "everybody", "matrix-sheet.html", values, "table", (11.5, 11, 10.5, 10), 2, paper)
    yield Piece("audit-four", _("Audit, four words"), "everybody", "audit-four.html", values, "person", (13, 12.5, 12, 11.5, 11), 1, paper)
    yield Piece(
        "audit", _("Audit, for later"), "afterwards", "audit-sheet.html", values, "room", (12, 11.5, 11, 10.5, 10, 9.5, 9), 3, paper
    )


def sought(data: PhaseMap, phase: str, weight: int) -> list[tuple[Row, bool]]:
    """Who is sought in a phase, first (weight 2) or also (1), and whether sources dispute it."""
    return _rows(data.audiences, {cell.audience: cell for cell in data.people if cell.phase == phase}, weight)


def means(data: PhaseMap, phase: str, weight: int) -> list[tuple[Row, bool]]:
    """With what, in the same way."""
    return _rows(data.instruments, {cell.instrument: cell for cell in data.means if cell.phase == phase}, weight)


def _rows(rows: list[Row], cells: Mapping[str, Cell], weight: int) -> list[tuple[Row, bool]]:
    return [(row, cells[row.id].contested) for row in rows if row.id in cells and cells[row.id].weight == weight]
