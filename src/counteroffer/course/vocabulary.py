"""The directives and roles that a page may use: those of the course, and those of the page builder that every face of it can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Need = Literal["none", "may", "must"]


@dataclass(frozen=True)
class Directive:
    """What a directive takes: an argument beside its name, options below it, text inside."""

    argument: Need = "none"
    content: Need = "none"
    options: frozenset[str] = frozenset()
    markdown: bool = False


_BOX = frozenset({"class", "name"})
_PICTURE = _BOX | {"align", "alt", "figclass", "figwidth", "height", "scale", "target", "width"}
_TABLE = _BOX | {"align", "header-rows", "stub-columns", "width", "widths"}
_NAMED = Directive("must")
_NOTE = Directive("none", "must", _BOX, markdown=True)

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
    "admonition": Directive("must", "must", _BOX, markdown=True),
    "container": Directive("may", "must", frozenset({"name"}), markdown=True),
    "epigraph": Directive("none", "must", _BOX, markdown=True),
    "topic": Directive("must", "must", _BOX, markdown=True),
    "figure": Directive("must", "may", _PICTURE, markdown=True),
    "image": Directive("must", "none", _PICTURE),
    "include": _NAMED,
    "code-block": Directive("must", "must", _BOX | {"caption", "emphasize-lines", "linenos"}),
    "list-table": Directive("may", "must", _TABLE, markdown=True),
}
ROLES = ("cite", "doc", "word", "abbr", "sub", "sup")
