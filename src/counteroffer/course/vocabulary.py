"""The directives and roles that a page may use: those of the course, and those of the page builder that every face of it can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Need = Literal["none", "may", "must"]


@dataclass(frozen=True)
class Directive:
    """What a directive takes: an argument beside its name (Markdown, where it is `titled`), options below it, text inside."""

    argument: Need = "none"
    content: Need = "none"
    options: frozenset[str] = frozenset()
    markdown: bool = False
    titled: bool = False


_BOX = frozenset({"class", "name"})
_PICTURE = _BOX | {"align", "alt", "figclass", "figwidth", "height", "width"}
_TABLE = _BOX | {"align", "width", "widths"}
_NAMED = Directive("must")
_NOTE = Directive("none", "must", _BOX, markdown=True, titled=True)
_TITLED = Directive("must", "must", _BOX, markdown=True, titled=True)
INCLUDE = "include"

# Of the course: an object by its name, or a part that is drawn from the whole course.
PLACED = dict.fromkeys(("agenda", "case", "chart", "check", "explorer", "session", "teaching-note"), _NAMED)
DRAWN = {
    name: Directive()
    for name in (
        "evidence",
        "exam",
        "objective-matrix",
        "objectives",
        "plan",
        "practice",
        "record",
        "samples",
        "sources",
        "timeline",
        "traceability",
        "verify",
        "words",
    )
}
DIRECTIVES: dict[str, Directive] = {
    **PLACED,
    **DRAWN,
    **dict.fromkeys(("attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning"), _NOTE),
    "admonition": _TITLED,
    "container": Directive("may", "must", frozenset({"name"}), markdown=True),
    "epigraph": Directive("none", "must", markdown=True, titled=True),
    "topic": _TITLED,
    "figure": Directive("must", "may", _PICTURE, markdown=True),
    "image": Directive("must", "none", _PICTURE),
    INCLUDE: _NAMED,
    "code-block": Directive("must", "must", _BOX | {"linenos"}),
    "list-table": Directive("may", "must", _TABLE | {"header-rows", "stub-columns"}, markdown=True, titled=True),
}
ROLES = ("cite", "doc", "word", "abbr", "sub", "sup")
