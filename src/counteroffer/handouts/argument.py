"""The argument of a unit in its own sentences, taken from its page: how it opens, what each section says first, and its fixed parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.text import slug
from counteroffer.course.units import PARSER, Chapter, shown

# The fixed parts of a unit, by the anchors of their headings.
OFFER, UNKNOWN = "what-this-means-for-our-offer", "what-we-do-not-know"
# Not of the argument.
_APART = {OFFER, UNKNOWN, "check-yourself", "further-reading", "the-glossary", "the-worksheet", "explore-the-map"}
# Shorter than this, a first sentence leads to the second.
_TELLING = 75
_SENTENCE = re.compile(r"(?<=[.!?:])[\"”’)]*\s+(?=[\"“A-Z0-9])")


@dataclass
class Section:
    """A section: its title, its paragraphs, and the entries of its lists, as HTML."""

    title: str
    anchor: str
    paragraphs: list[Markup] = field(default_factory=list)
    entries: list[Markup] = field(default_factory=list)

    @property
    def first(self) -> str:
        """The sentences with which it begins, as text: as many as say something on their own."""
        said = ""
        for sentence in _SENTENCE.split(" ".join(one.striptags() for one in self.paragraphs[:2])):
            if len(said) >= _TELLING:
                break
            said = f"{said} {sentence}".strip()
        return said


@dataclass(frozen=True)
class Argument:
    """How a unit opens, the sections of its argument, what it says we should do, and what nobody knows."""

    opening: list[Markup]
    sections: list[Section]
    acts: list[Markup]
    unknown: list[Markup]


def argument(course: Catalogue, chapter: Chapter) -> Argument:
    """The argument of a unit."""
    sections = _sections(course, chapter)
    by = {one.anchor: one for one in sections}
    return Argument(
        sections[0].paragraphs,
        [one for one in sections[1:] if one.anchor not in _APART and one.first],
        by[OFFER].entries if OFFER in by else [],
        by[UNKNOWN].entries or by[UNKNOWN].paragraphs if UNKNOWN in by else [],
    )


def _sections(course: Catalogue, chapter: Chapter) -> list[Section]:
    found = [Section(chapter.title, "")]
    for node in SyntaxTreeNode(PARSER.parse(chapter.path.read_text(encoding="utf-8"))).children:
        if node.type == "heading" and node.tag == "h2":
            title = shown(node.children[0].content)
            found.append(Section(title, slug(title)))
        elif node.type in {"bullet_list", "ordered_list"}:
            found[-1].entries += [_text(course, entry) for entry in node.children]
        elif node.type == "paragraph" and (html := _text(course, node)):
            found[-1].paragraphs.append(html)
    return found


def _text(course: Catalogue, node: SyntaxTreeNode) -> Markup:
    """All lines of a paragraph or of an entry, those of lists inside it too."""
    return Markup(" ").join(_html(course, one.token) for one in node.walk() if one.type == "inline" and one.token)


def _html(course: Catalogue, token: Token) -> Markup:
    """A line of Markdown as HTML without addresses and marks of citations."""
    parts = []
    for child in token.children or []:
        if child.type == "text":
            parts.append(escape(child.content, quote=False))
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type in {"strong_open", "strong_close"}:
            parts.append("<b>" if child.nesting > 0 else "</b>")
        elif child.type in {"em_open", "em_close"}:
            parts.append("<i>" if child.nesting > 0 else "</i>")
        elif child.type == "myst_role" and child.meta["name"] != "cite":
            parts.append(escape(_named(course, child.content), quote=False))
    text = re.sub(r" +(?=[.,;:!?)]|$)", "", re.sub(r"\s+", " ", "".join(parts))).strip()
    return Markup(text)  # noqa: S704 (put together here, its text escaped)


def _named(course: Catalogue, content: str) -> str:
    """What a role shows: its words, or the title of the page that it names."""
    if content.startswith("/"):
        document = content.strip("/ ")
        if document in course.chapters:
            return course.chapters[document].title
        shows = course.notebooks[document].shows if document in course.notebooks else ()
        titles = {name: case.title for name, case in course.cases.items()} | {name: one.title for name, one in course.explorers.items()}
        return next((titles[name] for _, name in shows if name in titles), document.rpartition("/")[2].replace("-", " "))
    return re.sub(r"\s*<[^>]*>$", "", content)
