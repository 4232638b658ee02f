"""The course that a book is built from: loaded once a build, its faults shown instead of a half-made book."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.exam import practice_forms

_loaded: dict[tuple[Path, str], Catalogue] = {}
_handed_over: dict[tuple[Path, str], Catalogue] = {}


def setup(app: Sphinx) -> None:
    """Load the course as soon as Sphinx knows where it is."""
    app.connect("config-inited", _load)


def hand_over(course: Catalogue) -> None:
    """Give a course that is loaded already to the next build in this process."""
    _handed_over[course.root, course.language.code] = course


def _load(app: Sphinx, config: Config) -> None:
    asked = root, language = Path(app.srcdir).resolve(), config.language
    try:
        _loaded[asked] = _handed_over.pop(asked) if asked in _handed_over else load_course(root, language=language)
        practice_forms(_loaded[asked])
    except CourseError as error:
        faults = "\n".join(map(str, error.diagnostics))
        raise ExtensionError(f"The course has {len(error.diagnostics)} faults; nothing was built.\n{faults}") from None


def course_of(app: Sphinx) -> Catalogue:
    """The course of a running build."""
    return _loaded[Path(app.srcdir).resolve(), app.config.language]


def for_browsers(app: Sphinx) -> bool:
    """Whether pages are made that a browser shows, with styles and scripts."""
    return app.builder.format == "html" and app.builder.name != "epub"
