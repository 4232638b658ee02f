"""What hangs on a wall or is filled in at a table: the phases, the matrix, the audit."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit
from counteroffer.course.phase_map import MeansCell, PeopleCell, PhaseMap, Row
from counteroffer.handouts.piece import Pack, Piece

_READ = (11, 10.5, 10, 9.5, 9)


def wall_pack(course: Catalogue) -> Pack | None:
    """The phases as a poster and as four tiles, the blank matrix, the audit. None in a course that has none of them."""
    _ = course.language.gettext
    pieces: list[Piece] = []
    phases = course.explorers.get("phase-map")
    if isinstance(phases, PhaseMap):
        values = {"data": phases, "sought": sought, "means": means}
        pieces += [
            Piece(
                "phases-poster",
                _("Phases (A3)"),
                "everybody",
                "phases-poster.html",
                values,
                sizes=(19, 18, 17, 16, 15, 14),
                pages=1,
                paper="A3 landscape",
            ),
            Piece(
                "phases-tiles",
                _("Phases (tiles)"),
                "everybody",
                "phases-tiles.html",
                values,
                sizes=(21, 20, 19, 18, 17, 16),
                pages=4,
                paper="A4",
            ),
        ]
    if course.audit:
        pieces += [
            Piece("matrix", _("Matrix"), "everybody", "matrix-sheet.html", {"audit": course.audit}, "table", _READ, 1, "A4 landscape"),
            Piece(
                "audit",
                _("Audit"),
                "everybody",
                "audit-sheet.html",
                audit_values(course.audit),
                "person",
                (9.5, 9.2, 9, 8.8, 8.5, 8),
                3,
                "A4 landscape",
            ),
        ]
    return Pack("wall", _("Walls and tables"), tuple(pieces)) if pieces else None


def audit_values(audit: Audit) -> dict[str, object]:
    """What the audit's sheet shows: of our own offer alone, so that nothing is marked against a rival's."""
    return {"audit": audit}


def sought(data: PhaseMap, phase: str, weight: int) -> list[Row]:
    """Who is sought in a phase, first (weight 2) or also (1)."""
    return _rows(data.audiences, {cell.audience: cell for cell in data.people if cell.phase == phase}, weight)


def means(data: PhaseMap, phase: str, weight: int) -> list[Row]:
    """With what, in the same way."""
    return _rows(data.instruments, {cell.instrument: cell for cell in data.means if cell.phase == phase}, weight)


def _rows(rows: list[Row], cells: dict[str, PeopleCell] | dict[str, MeansCell], weight: int) -> list[Row]:
    return [row for row in rows if row.id in cells and cells[row.id].weight == weight]
