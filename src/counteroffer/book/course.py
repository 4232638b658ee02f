"""The course that a book is built from: loaded once a build, its faults shown instead of a half-made book."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util.osutil import relative_uri

from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.exam import practice_forms
from counteroffer.twin.links import BIBLIOGRAPHY

GLOSSARY = "chapters/part-0/words-that-matter"
PRACTICE = "chapters/practice/practise"

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


class PageLinks:
    """Addresses as seen from one page of the book."""

    def __init__(self, builder: Builder, document: str) -> None:
        self._builder, self._document = builder, document
        self._course = course_of(builder.app)

    def document(self, document: str, anchor: str | None = None) -> str | None:
        """The address of a page of the book, or None when the book does not have it."""
        if document not in self._builder.env.found_docs:
            return None
        here = self._builder.get_target_uri(self._document)
        address = relative_uri(here, self._builder.get_target_uri(document))
        return f"{address}#{anchor}" if anchor else address or "#"

    def source(self, anchor: str) -> str | None:
        """The address of a record in the bibliography."""
        return self.document(BIBLIOGRAPHY, anchor)

    def section(self, unit: str, anchor: str | None) -> str | None:
        """The address of a unit, or of a section of it."""
        found = self._course.units().get(unit)
        return self.document(found[0].document, anchor) if found else None
