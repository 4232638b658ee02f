"""The explorers of a course, by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from counteroffer.course.explorer_data import ExplorerData
from counteroffer.figures.decisive_minority import DecisiveMinorityExplorer
from counteroffer.figures.explorer import Explorer
from counteroffer.figures.limbo import LimboExplorer
from counteroffer.figures.phase_map import PhaseMapExplorer
from counteroffer.figures.screening import ScreeningExplorer
from counteroffer.figures.window_design import WindowExplorer
from counteroffer.language import Language

# each is made from the data that `course/explorers.py` reads under the same name
_MADE: dict[str, Any] = {
    "phase-map": PhaseMapExplorer,
    "decisive-minority": DecisiveMinorityExplorer,
    "limbo": LimboExplorer,
    "window-design": WindowExplorer,
    "screening": ScreeningExplorer,
}


class Told(Protocol):
    """What is needed of a course."""

    @property
    def explorers(self) -> Mapping[str, ExplorerData]:
        """The explorers' data, by id."""
        ...

    @property
    def language(self) -> Language:
        """What they are told in."""
        ...


def explorers(course: Told) -> dict[str, Explorer]:
    """Every explorer of the course whose data file is there."""
    return {name: made(course.explorers[name], course.language) for name, made in _MADE.items() if name in course.explorers}
