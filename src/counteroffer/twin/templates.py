"""The environment of the templates of faces and pages, which adds to what `language/templates.py` gives what they show parts of a course by.

A template stands with the thing that it shows: here, in the folder of a kind of item, in the book's theme. A line's end and the indentation
after it count for nothing between two tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.anchors import first_words
from counteroffer.course.case_machine import condition_json
from counteroffer.course.cases import Condition
from counteroffer.language import Language
from counteroffer.language.templates import speaking
from counteroffer.twin.sureness import legend, mark
from counteroffer.twin.text import inline, paragraphs

HERE = Path(__file__).parent
KINDS = HERE.parent / "course"


class Joined(Extension):
    """Lines of a template run on: nothing between tags and statements, else one space."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The source as one line."""
        return re.sub(r"(?<=[>}])\s*\n\s*(?=[<{])", "", source.strip()).replace("\n", " ")


@lru_cache(maxsize=32)
def environment(language: Language, *folders: Path) -> Environment:
    """The environment that speaks `language`; `folders` hold more templates than the faces' own."""
    made = speaking(language, (*folders, HERE, KINDS), extensions=[Joined])
    made.globals["legend_marks"] = legend(language)
    # an item shows no answer unless one is given
    made.globals["given"] = None
    made.filters |= {"mark": mark, "always": always, "asked": condition_json}
    made.filters |= {"inline": inline, "paragraphs": paragraphs, "data": data, "letter": letter, "first_words": first_words}
    return made


def render(course: Catalogue, template: str, **values: Any) -> str:
    """A template filled in, in the language of the course."""
    return environment(course.language).get_template(template).render(course=course, **values)


def macro(course: Catalogue, template: str, name: str) -> Callable[..., Markup]:
    """A macro of a template, as a function that gives HTML."""
    found: Callable[..., Markup] = getattr(environment(course.language).get_template(template).module, name)
    return found


def always(condition: Condition) -> bool:
    """Whether a condition always holds."""
    return condition == Condition()


def data(value: Any) -> str:
    """`value` as JSON, to stand in an attribute."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, sort_keys=True)


def letter(place: int) -> str:
    """The letter of a place, from 0: `a`, `b`, `c` and so on."""
    return chr(97 + place)
