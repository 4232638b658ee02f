"""The audit's picture and sentence: what the learner marked, beside the competing offer of the phase."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from tests.figures.sheets import texts_of

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit
from counteroffer.figures.audit import Comparison
from counteroffer.figures.colours import ROLES


@pytest.fixture(scope="module")
def audit(course: Catalogue) -> Audit:
    assert course.audit
    return course.audit


def full(audit: Audit, step: int | None) -> dict[str, int | None]:
    return {one.id: step for one in audit.dimensions}


@pytest.mark.parametrize("step", [None, 0, 2, 4])
def test_every_row_is_said_once_in_every_phase(audit: Audit, step: int | None) -> None:
    for phase in audit.phases:
        said = Comparison(audit, phase.id, full(audit, step)).sentence().lower()
        assert said.startswith(f"phase: {phase.label.lower()}. ")
        for one in audit.dimensions:
            assert said.count(one.label.lower()) == 1, (phase.id, one.id)


def test_behind_level_ahead_and_unknown_are_told_apart(audit: Audit) -> None:
    said = Comparison(audit, "state", {"security": 1, "livelihood": 0, "services": 4, "care": 2, "teaching": None}).sentence()
    assert "Ours is behind on livelihood (theirs 2; ours 0)." in said
    assert "Level on security, protection (theirs 1; ours 1)." in said
    assert "Ahead on basic services (theirs 1; ours 4)." in said
    assert "Not compared, since one side is not known: psychosocial care; teaching, counselling." in said
    assert "Not marked yet: justice, pardon;" in said
    assert "(theirs 3, a promise; ours 1)" in Comparison(audit, "guerrilla", {"livelihood": 1}).sentence()


def test_the_widest_are_three_at_most_and_never_level(audit: Audit) -> None:
    found = Comparison(audit, "state", full(audit, 0)).widest()
    assert [row.dimension.id for row in found] == ["follow-up", "no-way-back", "information"]
    assert Comparison(audit, "state", full(audit, 3)).widest() == []


def test_what_the_sheet_does_not_have_is_refused(audit: Audit) -> None:
    with pytest.raises(KeyError, match="winter"):
        Comparison(audit, "winter", {})
    with pytest.raises(KeyError, match="weather"):
        Comparison(audit, "state", {"weather": 1})
    with pytest.raises(ValueError, match="not 5"):
        Comparison(audit, "state", {"security": 5})


def test_pictures_are_equal_twice_in_the_colours_of_the_page(audit: Audit) -> None:
    compared = Comparison(audit, "guerrilla", full(audit, 1) | {"care": None})
    svg = compared.svg()
    assert svg == compared.svg()
    assert {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", svg)} <= {colour.lower() for colour in ROLES}
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert len(sizes) == svg.count("<text")
    assert min(sizes) >= 8.5


def test_no_text_lies_on_another_or_runs_off_the_sheet(audit: Audit) -> None:
    for phase, step in product(audit.phases, (None, 0, 3)):
        figure = Comparison(audit, phase.id, full(audit, step)).draw()
        renderer = FigureCanvasAgg(figure).get_renderer()
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts_of(figure)]
        for index, (words, box) in enumerate(boxes):
            assert box.x0 >= -1, words
            assert box.x1 <= figure.bbox.width + 1, words
            for others, other in boxes[index + 1 :]:
                across = min(box.x1, other.x1) - max(box.x0, other.x0)
                down = min(box.y1, other.y1) - max(box.y0, other.y0)
                assert across <= 0 or down <= 1, f"{words!r} lies on {others!r}"


def test_comparing_does_not_load_matplotlib() -> None:
    code = "import sys, counteroffer.figures.audit; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
