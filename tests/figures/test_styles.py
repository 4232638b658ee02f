"""Pictures keep their colours where a page's policy forbids styles in its text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from matplotlib.figure import Figure

from counteroffer.course import Catalogue
from counteroffer.figures.colours import ACCENT
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.palette import to_svg


def test_no_picture_has_a_style_in_its_text(course: Catalogue) -> None:
    for explorer in explorers(course).values():
        svg = explorer.frame(explorer.start()).svg
        root = ElementTree.fromstring(svg)  # noqa: S314 (our own; it refuses an attribute that stands twice)
        assert not [one for one in root.iter() if "style" in one.attrib]


def draw() -> Figure:
    figure = Figure(figsize=(2, 1))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.plot([0, 1], [0, 1], color=ACCENT, linestyle="--")
    axes.text(0.5, 0.5, "Words", fontsize=11, weight="bold")
    return figure


@pytest.mark.parametrize("wanted", ['stroke="var(--fig-accent, ', 'font-size="11px"', 'font-weight="700"', "stroke-dasharray="])
def test_styles_become_attributes(wanted: str) -> None:
    svg = to_svg(draw, "one", "A line")
    assert wanted in svg
    assert "style=" not in svg
