"""What a chart is: a question, a picture, a sentence and a table that say the same, and the evidence under them."""

from __future__ import annotations

import textwrap
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from counteroffer.course.chart_data import ChartData
from counteroffer.course.explorer_data import ExplorerData
from counteroffer.course.explorers import phase_map
from counteroffer.course.phase_map import PhaseMap
from counteroffer.course.sources import Fact
from counteroffer.language import Language, Message, message

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from counteroffer.figures.charts.canvas import Sheet

D = TypeVar("D", bound=ChartData)
GRADES = {"corroborated": message("two or more sources"), "stated": message("one source"), "contested": message("sources disagree")}


class Evidence(Protocol):
    """What a chart needs of a course."""

    @property
    def charts(self) -> Mapping[str, ChartData]:
        """The data of the charts, by id."""
        ...

    @property
    def explorers(self) -> Mapping[str, ExplorerData]:
        """The explorers' data, by id."""
        ...

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts, by id."""
        ...

    @property
    def language(self) -> Language:
        """What they are told in."""
        ...


@dataclass(frozen=True)
class Line:
    """A line of the table that says what the picture shows, and what it rests on."""

    cells: tuple[str, ...]
    cite: tuple[str, ...]


class Chart(ABC, Generic[D]):
    """A picture without controls. `id` names it in chapters. matplotlib is loaded only when something is drawn."""

    heads: tuple[Message, ...]

    def __init__(self, data: D, course: Evidence) -> None:
        self.data, self.course, self.language = data, course, course.language
        self.id, self.title, self.question = data.chart, data.title, data.question
        self.note = f"{data.coding} {data.note}"

    @property
    def coding(self) -> PhaseMap:
        """The phase map, whose phases, audiences and instruments other charts share. Raises KeyError in a course without one."""
        if found := phase_map(self.course.explorers):
            return found
        raise KeyError("phase-map")

    @abstractmethod
    def height(self) -> float:
        """The height of the sheet in units."""

    @abstractmethod
    def paint(self, sheet: Sheet) -> None:
        """Draw on a sheet of that height."""

    @abstractmethod
    def sentence(self) -> str:
        """What the picture shows, for somebody who cannot see it."""

    @abstractmethod
    def lines(self) -> list[Line]:
        """Every mark as a line of a table under `heads`."""

    def draw(self) -> Figure:
        """The picture."""
        from counteroffer.figures.charts.canvas import figure_of

        return figure_of(self.height(), self.paint, self.language)

    def svg(self) -> str:
        """The picture as inline SVG whose name is its question; the sentence stands under it."""
        from counteroffer.figures.palette import to_svg

        return to_svg(self.draw, f"chart-{self.id}", self.title, self.language)

    def cites(self) -> list[str]:
        """Everything that the chart rests on, once, in order."""
        return list(dict.fromkeys(cite for line in self.lines() for cite in line.cite))

    def state(self) -> str:
        """All that the picture depends on, as text: two charts with equal texts draw the same."""
        told = [f"{line.cells} {line.cite}" for line in self.lines()]
        return "\n".join([self.data.model_dump_json(), self.coding.model_dump_json(), *told])

    def grade(self, cites: Iterable[str]) -> str:
        """How sure the weakest of the cited facts is: corroborated, stated or contested. A source alone counts as stated."""
        found = {fact.confidence if (fact := self.course.facts.get(cite)) else "stated" for cite in cites}
        return next(grade for grade in ("contested", "stated", "corroborated") if grade in found)


def wrapped(words: str, width: int) -> list[str]:
    """`words` in as few lines of at most `width` characters as will do, and those as even as may be."""
    fewest = len(textwrap.wrap(words, width, break_long_words=False))
    even = next(less for less in range(1, width + 1) if len(textwrap.wrap(words, less, break_long_words=False)) <= fewest)
    return textwrap.wrap(words, max(even, len(words) // fewest), break_long_words=False)
