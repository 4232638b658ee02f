"""Chapters as passages, directives and images, each with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it.token import Token

from counteroffer.course.units import PARSER, Chapter
from counteroffer.review.passages import Mark, Passage, quotes

_DIRECTIVE = re.compile(r"\{(?P<name>[\w-]+)\}\s*(?P<argument>.*)")
_OPTION = re.compile(r"^:[\w-]+:.*$")
# Lines that are no text: MyST comments, and attributes of the next block.
_SILENT = re.compile(r"^(%.*|\{[.#][^}]*\})$")
_BLOCKS = ("heading_open", "paragraph_open", "list_item_open", "table_open", "blockquote_open", "fence", "colon_fence", "html_block")


@dataclass(frozen=True)
class Directive:
    """A directive of a page, with its options and body as written."""

    name: str
    argument: str
    body: str
    line: int


@dataclass(frozen=True)
class Image:
    """An image and its alternative text."""

    source: str
    alt: str
    line: int


@dataclass
class Page:
    """One chapter, taken apart. `blocks` are the first and last lines of everything that a waiver can stand above."""

    chapter: Chapter
    file: str
    passages: list[Passage] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def title_line(self) -> int:
        """The line of the page's title: where findings about the whole page point."""
        return next((one.line for one in self.passages if one.kind == "heading"), 1)


def read_page(chapter: Chapter, root: Path) -> Page:
    """Take a chapter apart."""
    page = Page(chapter, chapter.path.relative_to(root).as_posix())
    lines = chapter.text.splitlines()
    _Reader(page).walk(lines, 0)
    return page


class _Reader:
    """Walks the tokens of a page and of the directives in it whose body is Markdown again."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.section = ""
        self.rows = 0
        self.box = ""

    def walk(self, lines: Sequence[str], offset: int) -> None:
        spoken = ["" if _SILENT.match(line) else line for line in lines]
        nest: list[str] = []
        line = block = offset + 1
        for token in PARSER.parse("\n".join(spoken)):
            if token.map:
                line = token.map[0] + offset + 1
                if token.type in _BLOCKS:
                    self.page.blocks.append((line, token.map[1] + offset))
                    if token.type != "paragraph_open" or not nest or nest[-1] != "list_item":
                        block = line
            if token.nesting == 1:
                nest.append(token.type.removesuffix("_open"))
                self.rows += token.type == "tr_open"
            elif token.nesting == -1:
                nest.pop()
            elif token.type in ("fence", "colon_fence"):
                self.directive(token, line)
            elif token.type == "inline":
                self.inline(token, line, block, _kind(nest))

    def directive(self, token: Token, line: int) -> None:
        match = _DIRECTIVE.match(token.info.strip())
        name = match["name"] if match else ""
        argument = match["argument"].strip() if match else ""
        self.page.directives.append(Directive(name, argument, token.content, line))
        if name in ("image", "figure"):
            alt = re.search(r"^:alt:\s*(.*)$", token.content, re.MULTILINE)
            self.page.images.append(Image(argument, alt[1].strip() if alt else "", line))
        elif name or token.type == "colon_fence":
            if argument and name == "admonition":
                self.page.passages.append(Passage(self.page.file, line, argument, "title", ((0, line),), section=self.section))
            around, self.box = self.box, f"{argument} ({line})"
            self.walk(_without_options(token.content.splitlines()), line)
            self.box = around

    def inline(self, token: Token, line: int, block: int, kind: str) -> None:
        text, starts, marks = "", [(0, line)], []
        opened: list[tuple[str, int, str]] = []
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
                text += " "
                starts.append((len(text), line))
            elif child.type == "myst_role":
                name, target, shown = _role(child)
                text = text.rstrip() if name == "cite" else text
                marks.append(Mark(name, len(text), len(text) + len(shown), target))
                text += shown
            elif child.type == "image":
                self.page.images.append(Image(str(child.attrs.get("src", "")), child.content.strip(), line))
            elif child.nesting == 1:
                opened.append((child.type.removesuffix("_open"), len(text), str(child.attrs.get("href", ""))))
            elif child.nesting == -1 and opened:
                name, start, target = opened.pop()
                marks.append(Mark({"em": "quote"}.get(name, name), start, len(text), target))
            else:
                text += child.content
        marks += quotes(text)
        if kind == "heading":
            self.section = text
        self.page.passages.append(
            Passage(self.page.file, block, text, kind, tuple(starts), tuple(marks), self.section, self.rows, self.box)
        )


def _without_options(lines: list[str]) -> list[str]:
    for index, line in enumerate(lines):
        if not _OPTION.match(line):
            return [""] * index + lines[index:]
    return [""] * len(lines)


def _role(token: Token) -> tuple[str, str, str]:
    name = str(token.meta.get("name"))
    content = " ".join(token.content.split())
    match = re.fullmatch(r"(?P<shown>.*?)\s*<(?P<target>[^>]+)>", content)
    if name == "cite":
        return name, content, ""
    if name == "doc" and not match:
        return name, content, "the page"
    return (name, match["target"], match["shown"]) if match else (name, content, content)


def _kind(nest: list[str]) -> str:
    if "th" in nest:
        return "head"
    if "td" in nest:
        return "cell"
    if "heading" in nest:
        return "heading"
    return "item" if "list_item" in nest else "paragraph"
