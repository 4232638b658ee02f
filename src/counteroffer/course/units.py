"""Chapters: front matter of units, and everything in their text that refers to something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from pydantic import Field

from counteroffer.course.anchors import slug
from counteroffer.course.base import LanguageCode, Model, Slug, Words
from counteroffer.course.diagnostics import Faults
from counteroffer.course.pages import Page, look, with_lines
from counteroffer.course.textfile import read_text
from counteroffer.course.vocabulary import DIRECTIVES, DRAWN, INCLUDE, PLACED
from counteroffer.course.yamlfile import YamlFile, read_yaml, validate


class FrontMatter(Model):
    """What stands between the `---` lines of a unit."""

    unit: Slug
    number: str = Field(pattern=r"^\d\.\d\d?$")
    minutes: int = Field(gt=0, le=90)
    objectives: list[str] = Field(min_length=1)
    as_of: str = Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])$", description="The month that the evidence was last looked at.")
    content_note: Words | None = None


class PageMatter(Model):
    """What stands there on a page that is no unit: its language and direction, where they are not the book's."""

    lang: LanguageCode = ""
    dir: Literal["ltr", "rtl"] = "ltr"


def in_order(number: str) -> tuple[int, ...]:
    """A unit's number as it is counted: 4.12 comes after 4.2. No number comes first."""
    return tuple(map(int, number.split("."))) if number else ()


@dataclass(frozen=True)
class Reference:
    """Something that a chapter refers to: `kind` is the role or directive, `target` what it names.

    `sentence` is the sentence in or after which a citation stands, without its marks.
    """

    kind: str
    target: str
    line: int
    sentence: str = ""


@dataclass(frozen=True)
class Chapter:
    """A page of the book. `document` is its path below the root without suffix, as Sphinx names it; `text` is all that its file says.

    `headings` are its headings by anchor, the title first; `lines` (from 1) say where each stands.
    """

    path: Path
    document: str
    title: str
    headings: dict[str, str]
    references: tuple[Reference, ...]
    lines: dict[str, int] = field(default_factory=dict, compare=False)
    front: FrontMatter | None = None
    file: YamlFile | None = field(default=None, compare=False)
    text: str = field(default="", repr=False, compare=False)


PARSER = (
    MarkdownIt("commonmark")
    .enable("table")
    .use(front_matter_plugin)
    .use(colon_fence_plugin)
    .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    .use(myst_role_plugin)
)
Say = Callable[[str], str]
LONGEST_LINE = 10_000
_ROLES = {"cite", "word", "doc"}


def read_chapter(path: Path, root: Path, faults: Faults) -> Chapter | None:
    """Read one Markdown page; None, with a fault noted, if it cannot be read."""
    text = read_text(path, faults)
    if text is None:
        faults.lose(path)
        return None
    if long := next((number for number, line in enumerate(text.splitlines(), 1) if len(line) > LONGEST_LINE), None):
        # the page builder refuses it, after a parser has gone over it for minutes
        faults.lose(path)
        faults.add(path, long, "line-too-long", f"This line has more than {LONGEST_LINE:,} characters.", "Break it into several lines.")
        return None
    tokens = PARSER.parse(text)
    front, file = _front_matter(path, tokens, faults)
    look(Page(path, PARSER, faults), tokens, text)
    found = list(_headings(tokens))
    headings = {anchor: title for anchor, title, _ in reversed(found)}
    title = found[0][1] if found else path.stem
    document = path.relative_to(root).with_suffix("").as_posix()
    if front and front.unit != path.stem:
        faults.lose(path, path.stem, front.unit)
        faults.add(
            path,
            file.line(("unit",)) if file else 1,
            "unit-file-name",
            f"The unit is called `{front.unit}` but its file {path.name}.",
            "Give both one name.",
        )
    return Chapter(
        path,
        document,
        title,
        {anchor: headings[anchor] for anchor, _, _ in found},
        tuple(_references(tokens)),
        {anchor: line for anchor, _, line in reversed(found)},
        front,
        file,
        text,
    )


def _front_matter(path: Path, tokens: list[Token], faults: Faults) -> tuple[FrontMatter | None, YamlFile | None]:
    if not tokens or tokens[0].type != "front_matter":
        return None, None
    file = read_yaml(path, faults, text=tokens[0].content, offset=1)
    if file is None:
        faults.lose(path)
        return None, None
    if not isinstance(file.data, dict):
        faults.lose(path)
        faults.add(path, 2, "content-shape", "The front matter should hold keys and values.", "Begin with a key, such as `unit:`.")
        return None, file
    if "unit" not in file.data:
        keys = ("unit", *PageMatter.model_fields)
        known = [faults.known("front-matter-key", "key of front matter", str(key), keys, path, file.line((key,))) for key in file.data]
        if not all(known) or validate(PageMatter, file.data, file, faults) is None:
            faults.lose(path)
        return None, file
    front = validate(FrontMatter, file.data, file, faults)
    if front is None:
        faults.lose(path)
    return front, file


def _headings(tokens: list[Token]) -> Iterator[tuple[str, str, int]]:
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            title = "".join(_shown(child) for child in content.children or [])
            yield slug(title), title, (opening.map[0] if opening.map else 0) + 1


def raw_headings(text: str) -> Iterator[tuple[str, str]]:
    """Anchor and Markdown of every heading of a page."""
    for opening, content in pairwise(PARSER.parse(text)):
        if opening.type == "heading_open":
            yield slug("".join(_shown(child) for child in content.children or [])), content.content


def shown(markdown: str) -> str:
    """One line of Markdown as readers see it, without its marks."""
    return "".join(_shown(child) for token in PARSER.parseInline(markdown) for child in token.children or [])


def _shown(token: Token) -> str:
    if token.type == "myst_role":
        return re.sub(r"\s*<[^>]*>$", "", token.content)
    return token.content if token.type in ("text", "code_inline") else ""


def references_of(tokens: list[Token]) -> Iterator[Reference]:
    """Everything that a text refers to, by its tokens."""
    return _references(tokens)


def references_in(text: str, say: Say) -> Iterator[Reference]:
    """Everything that a page refers to, each paragraph as `say` says it."""
    yield from _references(PARSER.parse(text), say=say)


def _as_written(text: str) -> str:
    return text


def _references(tokens: list[Token], line: int = 0, say: Say = _as_written) -> Iterator[Reference]:
    for token in tokens:
        here = token.map[0] + line if token.map else line
        if token.type in ("fence", "colon_fence"):
            yield from _directive(token, here, say)
        elif token.type == "inline":
            written = token.content.replace("\n", " ").strip()
            anew = say(written)
            yield from _inline(token if anew == written else PARSER.parseInline(anew)[0], here + 1)


def _directive(token: Token, here: int, say: Say) -> Iterator[Reference]:
    match = re.match(r"\{(?P<name>[\w-]+)\}\s*(?P<argument>.*)", token.info.strip())
    if match and match["name"] in (*PLACED, *DRAWN, INCLUDE):
        yield Reference(match["name"], match["argument"].strip(), here + 1)
    elif match or token.type == "colon_fence":
        if match and match["name"] in DIRECTIVES and DIRECTIVES[match["name"]].titled:
            yield from _references(PARSER.parseInline(match["argument"]), here, say)
        # a directive whose body is Markdown again: an admonition, a div
        yield from _references(PARSER.parse(token.content), here + 1, say)


def _inline(token: Token, line: int) -> Iterator[Reference]:
    said = ""
    for child, at in with_lines(token, line):
        said += _shown(child) if child.meta.get("name") != "cite" else ""
        if child.type in ("softbreak", "hardbreak"):
            said += " "
        elif child.type == "myst_role" and child.meta.get("name") in _ROLES:
            target = re.sub(r".*<([^>]+)>$", r"\1", child.content, flags=re.DOTALL).strip()
            yield Reference(str(child.meta["name"]), target, at, _last_sentence(said))
        elif child.type == "link_open":
            yield Reference("link", str(child.attrs.get("href", "")), at)


def _last_sentence(text: str) -> str:
    """The last sentence of a text: what follows the last full stop that something other than space comes after."""
    return re.split(r"(?<=[.!?][\s\"”’)])\s*(?=\S)", text.strip())[-1].strip()
