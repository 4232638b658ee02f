"""What a course is: objectives, sources, units, items, checks, cases, and the catalogue that joins them.

Nothing here knows of Sphinx, of a kernel or of a browser, and nothing is read but files below the course's root.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counteroffer.course.catalogue import Catalogue
    from counteroffer.course.diagnostics import CourseError, Diagnostic
    from counteroffer.course.load import load_course

__all__ = ["Catalogue", "CourseError", "Diagnostic", "load_course"]

# a process that only sees whether anything changed has no use for the models, which take longer to make than that look
_HOMES = {"Catalogue": "catalogue", "CourseError": "diagnostics", "Diagnostic": "diagnostics", "load_course": "load"}


def __getattr__(name: str) -> Any:
    """Load a module when something of it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"counteroffer.course.{_HOMES[name]}"), name)
