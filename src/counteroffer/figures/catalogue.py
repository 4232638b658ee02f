"""The explorers of a course, by id."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.figures.explorer import Explorer
from counteroffer.figures.phase_map import PhaseMapExplorer


def explorers(course: Catalogue) -> dict[str, Explorer]:
    """Every explorer of the course."""
    made = [PhaseMapExplorer(coding) for coding in course.explorers.values()]
    return {one.id: one for one in made}
