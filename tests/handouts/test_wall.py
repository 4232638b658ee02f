"""What hangs on a wall or is filled in at a table: what it shows, what it waits with, and what becomes of it."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit
from counteroffer.course.phase_map import PhaseMap
from counteroffer.handouts.wall_pack import wall_pack
from tests.handouts.drawn import Drawn, bare, drawer, lines, texts

TORN = bare("Torn up before you leave this room.")


@pytest.fixture(scope="module")
def wall(course: Catalogue) -> Drawn:
    """Draws a piece of the walls' pack, once."""
    return drawer(course, wall_pack(course))


@pytest.fixture(scope="module")
def audit(course: Catalogue) -> Audit:
    assert course.audit
    return course.audit


@pytest.fixture(scope="module")
def phases(course: Catalogue) -> PhaseMap:
    found = course.explorers["phase-map"]
    assert isinstance(found, PhaseMap)
    return found


def test_no_audit_shows_the_steps_of_anybody_else(wall: Drawn, audit: Audit) -> None:
    for read in ("".join(texts(wall(name))) for name in ("audit", "audit-four", "matrix")):
        for row in audit.dimensions:
            assert bare(row.means) in read
            for code in row.offer.values():
                assert bare(code.note) not in read


def test_the_audit_of_the_room_has_four_words_and_is_torn_up(wall: Drawn, audit: Audit) -> None:
    [read] = texts(wall("audit-four"))
    for said in ("weak", "middling", "strong", "not known", "saw it", "several said", "one said", "Mark only the rows that are called."):
        assert bare(said) in read
    assert TORN in read
    assert not any(bare(anchor) in read for row in audit.dimensions for anchor in row.anchors)
    assert not any(bare(step) in read for step in audit.scale)


def test_the_audit_with_anchors_is_for_later_and_says_so_on_each_half(wall: Drawn, audit: Audit) -> None:
    assert wall("audit").piece.hands == "afterwards"
    *halves, change = texts(wall("audit"))
    for first, page in zip((1, 6), halves, strict=True):
        assert bare(f"{audit.title} (rows {first} to {first + 4})") in page
        assert bare("It is not used in the room") in page
        for row in audit.dimensions[first - 1 : first + 4]:
            assert all(bare(anchor) in page for anchor in row.anchors)
    assert bare("a gap of two") not in change, "nothing on this paper has a gap"


def test_each_cell_of_the_matrix_says_how_it_is_known(wall: Drawn) -> None:
    pages = texts(wall("matrix"))
    assert len(pages) == 2
    for page in pages:
        assert page.count(bare("saw it several one")) == 5 * 4
        assert TORN in page


def test_a_tile_shows_its_title_alone_above_the_fold(wall: Drawn, phases: PhaseMap) -> None:
    for place, (phase, tile) in enumerate(zip(phases.phases, lines(wall("phases-tiles")), strict=True), 1):
        assert tile[0] == f"{place} {phase.label}"
        assert tile[1].startswith("Fold here")


def test_tiles_and_poster_mark_what_is_disputed_and_explain_their_marks(wall: Drawn, phases: PhaseMap) -> None:
    cells = [*phases.people, *phases.means]
    for name in ("phases-tiles", "phases-poster"):
        pages = texts(wall(name))
        for page in pages:
            assert bare("“(disputed)”: sources contradict one another") in page
        assert "".join(pages).count("disputed") - len(pages) == sum(cell.contested for cell in cells)
    for phase, tile in zip(phases.phases, texts(wall("phases-tiles")), strict=True):
        mine = [cell for cell in cells if cell.phase == phase.id]
        assert tile.count("disputed") - 1 == sum(cell.contested for cell in mine)
        assert bare(phase.label) in texts(wall("phases-poster"))[0]
