"""The argument of a unit in its own sentences, taken from its page: how it opens, what each section says, and its fixed parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from counteroffer.course import Catalogue
from counteroffer.course.anchors import slug
from counteroffer.course.units import PARSER, Chapter, shown
from counteroffer.handouts.standing import SCREEN, Block, lead, said, sentences

# The fixed parts of a unit, by the anchors of their headings.
OFFER, UNKNOWN = "what-this-means-for-our-offer", "what-we-do-not-know"
# Not of the argument, or of no use on paper.
_APART = {
    *(OFFER, UNKNOWN, "check-yourself", "further-reading", "the-glossary", "the-worksheet", "explore-the-map"),
    *("how-the-pieces-work", "what-is-kept-and-where", "offline-and-on-paper"),
}


@dataclass
class Section:
    """A section: its title, and its paragraphs and lists in their order."""

    title: str
    anchor: str
    blocks: list[Block] = field(default_factory=list)

    @property
    def says(self) -> str:
        """What a sheet prints of it: nothing where no sentence of it stands alone."""
        return said(self.title, self.blocks)

    @property
    def cites(self) -> Iterator[str]:
        """What the sentences and entries that it says rest on; a citation may stand behind the next sentence."""
        says = self.says
        for part, listed in ((part, block.listed) for block in self.blocks for part in block.parts):
            waits = False
            for one in [part] if listed else map(Markup, sentences(part)):
                waits = waits or (lead(one) or one.striptags()) in says
                if waits and (keys := cited(one)):
                    waits = False
                    yield from keys

    @property
    def lines(self) -> list[Markup]:
        """The entries of its lists; its paragraphs where it has none."""
        listed = [block for block in self.blocks if block.listed]
        return [one for block in listed or self.blocks for one in block.parts]


@dataclass(frozen=True)
class Argument:
    """How a unit opens, the sections of its argument, what it says we should do, and what nobody knows."""

    opening: list[Block]
    sections: list[Section]
    acts: list[Markup]
    unknown: list[Markup]

    @property
    def cites(self) -> list[str]:
        """What all that stands here rests on."""
        whole = [*(part for block in self.opening for part in block.parts), *self.acts, *self.unknown]
        return [*(key for part in whole for key in cited(part)), *(key for section in self.sections for key in section.cites)]


def cited(html: str) -> list[str]:
    """The facts and sources that a piece of HTML cites."""
    return [key for found in re.findall(r"<!--(.*?)-->", html) for key in found.split()]


def argument(course: Catalogue, chapter: Chapter) -> Argument:
    """The argument of a unit."""
    sections = list(_sections(course, chapter))
    by = {one.anchor: one for one in sections}
    return Argument(
        [block for block in map(_on_paper, sections[0].blocks) if block.parts],
        [one for one in sections[1:] if one.anchor and one.anchor not in _APART and one.says],
        by[OFFER].lines if OFFER in by else [],
        by[UNKNOWN].lines if UNKNOWN in by else [],
    )


def _on_paper(block: Block) -> Block:
    """A block of the opening without what speaks of the screen."""
    return Block(block.title, tuple(part for part in block.parts if not SCREEN.search(part)), block.listed)


def _sections(course: Catalogue, chapter: Chapter) -> Iterator[Section]:
    """The opening, which ends with the box of objectives, and each section."""
    here, opening = Section(chapter.title, ""), True
    for node in SyntaxTreeNode(PARSER.parse(chapter.text)).children:
        if node.type == "heading" and node.tag == "h2":
            yield here
            title = shown(node.children[0].content)
            here, opening = Section(title, slug(title)), False
        elif node.type == "fence" and node.info.strip() == "{objectives}":
            yield here
            here, opening = Section("", ""), False
        elif node.type in {"bullet_list", "ordered_list"}:
            here.blocks.append(Block("", tuple(_text(course, entry) for entry in node.children), listed=True))
        elif node.type == "table":
            rows = (row for row in node.walk() if row.type == "tr" and row.children[0].type == "td")
            here.blocks.append(Block("", tuple(Markup("<b>{}</b>").format(_text(course, row.children[0])) for row in rows), listed=True))
        elif node.type == "paragraph" and (html := _text(course, node)):
            here.blocks.append(Block("", (html,)))
        elif opening and node.type == "colon_fence" and (scene := _scene(course, node)):
            here.blocks.append(scene)
    yield here


def _scene(course: Catalogue, node: SyntaxTreeNode) -> Block | None:
    """A story in a box: it is printed where a unit opens with it."""
    title = re.fullmatch(r"\{admonition\}\s*(.+)", node.info.strip())
    inside = SyntaxTreeNode(PARSER.parse(re.sub(r"(?m)^:class:.*$", "", node.content))).children
    return Block(title[1], tuple(_text(course, one) for one in inside)) if title else None


def _text(course: Catalogue, node: SyntaxTreeNode) -> Markup:
    """All lines of a paragraph or of an entry, those of lists inside it too."""
    return Markup(" ").join(_html(course, one.token) for one in node.walk() if one.type == "inline" and one.token)


def _html(course: Catalogue, token: Token) -> Markup:
    """A line of Markdown as HTML without addresses; what it cites stands in comments."""
    parts = []
    for child in token.children or []:
        if child.type == "text":
            parts.append(_words(child.content))
        elif child.type == "softbreak":
            parts.append(Markup(" "))
        elif child.type in {"strong_open", "strong_close"}:
            parts.append(Markup("<b>") if child.nesting > 0 else Markup("</b>"))
        elif child.type in {"em_open", "em_close"}:
            parts.append(Markup("<i>") if child.nesting > 0 else Markup("</i>"))
        elif child.type == "myst_role" and child.meta["name"] == "cite":
            parts.append(Markup("<!--{}-->").format(child.content))
        elif child.type == "myst_role":
            parts.append(_words(_named(course, child.content)))
    text = re.sub(r"\s+(?=(?:<!--[^>]*-->\s*)*(?:[.,;:!?)]|$))|\s+(?=<!--)", "", re.sub(r"\s+", " ", Markup().join(parts))).strip()
    return Markup(text)  # noqa: S704 (put together here, its text escaped)


def _words(text: str) -> Markup:
    # quotation marks stay: where a sentence ends is found by them
    return Markup(escape(text, quote=False))  # noqa: S704 (escaped)


def _named(course: Catalogue, content: str) -> str:
    """What a role shows: its words, or the title of the page that it names."""
    if content.startswith("/"):
        document = content.strip("/ ")
        return course.title_of(document) or document.rpartition("/")[2].replace("-", " ")
    return re.sub(r"\s*<[^>]*>$", "", content)
