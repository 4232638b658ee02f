"""What the page builder's own parser finds wrong in a page: shapes of tables and figures, values of options, names that stand twice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.diagnostics import Faults
from counteroffer.course.fingerprint import fingerprint
from counteroffer.course.kept import Kept
from counteroffer.course.site import HEADING_ANCHORS, SYNTAX
from counteroffer.course.textfile import included, read_text
from counteroffer.course.vocabulary import DRAWN, INCLUDE, PLACED

if TYPE_CHECKING:
    from docutils.frontend import Values

# What the page builder says, and how that is mended; the first that fits.
_REMEDIES = (
    (
        r"bullet list expected|same number of items",
        "Write a list of rows, each a list of equally many cells: `* - one`, below it `  - two`.",
    ),
    (r"header row|stub column|Insufficient data", "Ask for fewer `header-rows` or `stub-columns` than the table has rows or columns."),
    (r"widths do not match", "Give as many widths as the table has columns."),
    (r"Figure caption", "Write the caption as one paragraph."),
    (r"value for '?align|choose from", "Write one of the values that it names."),
    (r"'(?:fig)?(?:width|height)'", "Write a number with its unit, such as `50%` or `20em`."),
    (r"value for '(?:header-rows|stub-columns|widths)'", "Write whole numbers."),
    (r"Unknown option", "Use an option that it names, or take it out."),
    (r"value for 'class|class attribute", "Write a name of letters and hyphens."),
    (r"option", "Write each option on a line of its own, as `:name: value`; a value with `#` or quotation marks in quotation marks."),
    (r"transition", "Let text stand before and after the line that parts it, or take the line out."),
    (r"line-length-limit", "Break it into several lines, or the paragraph into several."),
    (r"Duplicate explicit target", "Give one of the two another name."),
    (r"Duplicate reference definition", "Keep one of the lines that say where this name leads."),
    (r"footnote", "Write each footnote once, as `[^name]: …`."),
    (r"[Ee]xecuti(?:ng|on).*notebook|CellExecution|mystnb\.exec", "Run the notebook in Jupyter, and mend the cell that fails."),
    (r"cross-reference|local id|unknown document|undefined label", "Correct the link, or add what it leads to."),
    (r"Lexing", "Correct the code, or write `text` as its language."),
    (r"config|override|extension", "Correct the setting in _config.yml, or take it out."),
    (r"line-length-limit", "Break it into lines of at most 10,000 letters."),
    (r"image", "Correct the picture's path, or save it anew as PNG, JPEG or SVG."),
)
_NAMELESS = "Rewrite what stands there; where it looks right, report the message: `check` should have found it."
_MARK = re.compile(r" \[(?P<code>[\w.-]+)\]$")


class Text(NamedTuple):
    """Markdown of one file. `where` are the lines of the file that its lines stand on, where they are others."""

    path: Path
    text: str
    where: Sequence[int] = ()


def remedy_for(said: str) -> str:
    """How to mend what the page builder complains of."""
    return next((remedy for pattern, remedy in _REMEDIES if re.search(pattern, said)), _NAMELESS)


def check(course: Catalogue, faults: Faults) -> None:
    """Note what the page builder's parser finds in pages that are right otherwise. What it has found right is kept until it changes.

    A room's machine builds no pages and has no page builder: there nobody is asked.
    """
    if not find_spec("myst_parser"):
        return
    wrong = {one.file for one in faults}
    kept = Kept(course.root / "_build" / "proofs")
    key = fingerprint([Path(__file__)], *(version(name) for name in ("docutils", "myst-parser")))
    right = frozenset(kept.find("pages", key) or ())
    texts = {hashlib.sha256(one.text.encode()).hexdigest()[:20]: one for one in _texts(course)}
    found = {name: () if name in right else tuple(_said(one)) for name, one in texts.items() if _file(course, one) not in wrong}
    for name, said in found.items():
        for line, message in said:
            faults.add(texts[name].path, line, "page-markup", _MARK.sub("", message).rstrip(". :") + ".", remedy_for(message))
    now = {name for name, said in found.items() if not said}
    if now != right:
        kept.keep("pages", key, sorted(now))


def _file(course: Catalogue, one: Text) -> str:
    return one.path.relative_to(course.root).as_posix()


def _texts(course: Catalogue) -> Iterator[Text]:
    """Every text that becomes a page, or a part of one."""
    for chapter in course.chapters.values():
        yield Text(chapter.path, chapter.text)
        for one in chapter.references:
            path = included(chapter.path, one.target, course.root) if one.kind == INCLUDE else None
            text = read_text(path, Faults(course.root)) if path else None
            if path and text:
                yield Text(path, text)
    for notebook in course.notebooks.values():
        yield Text(notebook.path, notebook.text, notebook.where)


def _said(one: Text) -> Iterator[tuple[int, str]]:
    """What the page builder's parser says of a text, each with its line of the file. What is the course's own it takes as read."""
    from docutils.nodes import Element
    from docutils.parsers.rst import Directive, directives, roles
    from docutils.parsers.rst.directives import flag, unchanged
    from docutils.transforms.misc import Transitions
    from docutils.utils import new_document
    from myst_parser.parsers.docutils_ import Parser

    class Placed(Directive):
        optional_arguments = 1
        final_argument_whitespace = True

        def run(self) -> list[Element]:
            return [Element()]

    class Code(Placed):
        option_spec = {"linenos": flag, "class": unchanged, "name": unchanged}
        has_content = True

    document = new_document(str(one.path), _settings().copy())
    said: list[Element] = []
    document.reporter.attach_observer(said.append)
    # docutils has one registry of each sort for all, and Sphinx keeps it so too
    with _apart(cast("Any", directives)._directives, cast("Any", roles)._roles):  # noqa: SLF001
        for name in (*PLACED, *DRAWN, INCLUDE):
            directives.register_directive(name, Placed)
        directives.register_directive("code-block", Code)
        for name in ("cite", "doc", "word", "abbr"):
            roles.register_local_role(name, lambda *_, **__: ([], []))
        Parser().parse(one.text, document)
        Transitions(document).apply()
    lines = one.text.splitlines()
    for message in said:
        if message["level"] > 1:
            text = message.children[0].astext().partition("\n")[0]
            line = message.get("line") or _last(lines, text)
            yield one.where[line - 1] if one.where else line, text


@lru_cache(maxsize=1)
def _settings() -> Values:
    """How a page is read. Made once: docutils asks a hundred options each time."""
    from docutils.frontend import get_default_settings
    from myst_parser.parsers.docutils_ import Parser

    settings = get_default_settings(Parser)
    settings.myst_enable_extensions, settings.myst_heading_anchors = SYNTAX, HEADING_ANCHORS
    settings.report_level = settings.halt_level = 5
    return settings


@contextmanager
def _apart(*registries: dict[str, Any]) -> Iterator[None]:
    """Leave registries as they were: a build in the same process has its own names."""
    before = [one.copy() for one in registries]
    try:
        yield
    finally:
        for one, was in zip(registries, before, strict=True):
            one.clear()
            one.update(was)


def _last(lines: list[str], said: str) -> int:
    """The line that a message without one names, else the last with the name that it quotes: of two of one name the second is too much."""
    if counted := re.match(r"Line (\d+) ", said):
        return int(counted[1])
    name = re.search(r"[\"'](.+?)[\"']", said)
    return next((number for number in range(len(lines), 0, -1) if name and name[1] in lines[number - 1]), 1)
