"""What a text keeps in every language: citations, names, places to fill in, addresses, its parts; and whether a translation has kept it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from counteroffer.course.anchors import first_words
from counteroffer.course.units import PARSER
from counteroffer.course.vocabulary import ROLES
from counteroffer.course.workshop.names import NAME

# YAML texts have emphasis and nothing else.
_EMPHASIS = MarkdownIt("zero").enable(["emphasis", "entity", "escape", "newline"])
# Lines that the page builder takes for remarks, breaks, targets and attributes.
_SILENT = re.compile(r"^\s*(?:%|\+\+\+|\([^)]*\)=\s*$|\{[.#%][^}]*\}\s*$)", re.MULTILINE)
_TARGET = re.compile(r".*<([^>]+)>$", re.DOTALL)
_KEEP = "Write what stands in braces, brackets and addresses as `msgid` has it, and translate the words around it."
_BRACES = "Write places to fill in as `msgid` has them, such as `{count}`, and no other braces."
_PARTS = "Write as many paragraphs as `msgid` has, none of which begins like a heading, a list, a quotation or a block."
_MARKS = "Close each mark of emphasis where it belongs; a mark beside a letter or a full stop may need a blank outside it."
Difference = tuple[str, str, str]


def beginning(text: str) -> str:
    """The first words of a text, to name it by."""
    return first_words(text, 40)


@dataclass(frozen=True)
class Marks:
    """Compares translations with their texts: those of a `page` are Markdown, other `text`s have emphasis, those of the `frame` are filled in.

    `word` says what a word of the glossary is called in the course's own language.
    """

    sort: Literal["page", "text", "frame"]
    word: Callable[[str], str]

    def differ(self, ids: Sequence[str], said: str) -> Iterator[Difference]:
        """How a translation differs where it must not: code, what is said of it, remedy. Two `ids` are the forms of a text that counts."""
        if self.sort == "frame":
            yield from _places(ids, said)
            return
        (text,) = ids[:1]
        lacking, added = self._kept(text) - self._kept(said), self._kept(said) - self._kept(text)
        told = [f"{verb} {', '.join(sorted(some))}" for verb, some in (("lacks", lacking), ("adds", added)) if some]
        if told:
            yield "translation-differs", " and ".join(told), _KEEP
            return
        if (now := self._parts(said)) not in (before := self._parts(text), ["paragraph"] * len(before)):
            yield "translation-parts", f"has {_listed(now)}, and the text {_listed(before)}", _PARTS
        elif open_ := self._open(said) - self._open(text):
            yield "translation-marks", f"shows a bare `{min(open_)}`", _MARKS

    def _tokens(self, text: str) -> Iterator[Token]:
        for token in (PARSER if self.sort == "page" else _EMPHASIS).parse(text):
            yield token
            yield from token.children or ()

    def _kept(self, text: str) -> set[str]:
        """What is to be kept, as an author writes it. How often a thing is cited, and in what order, may differ."""
        if self.sort == "text":
            return {f"`[[{name['id']}]]`" for name in NAME.finditer(text)}
        return {kept for token in self._tokens(text) for kept in self._of(token)}

    def _of(self, token: Token) -> Iterator[str]:
        match token.type:
            case "myst_role":
                yield from self._role(str(token.meta.get("name")), token.content)
            case "link_open":
                yield f"the link to `{token.attrs.get('href', '')}`"
            case "image":
                yield f"the picture `{token.attrs.get('src', '')}`"
            case "footnote_ref":
                yield f"the footnote `[^{token.meta.get('label')}]`"
            case "html_inline" | "html_block":
                yield f"the HTML `{beginning(token.content.strip())}`"

    def _role(self, name: str, content: str) -> Iterator[str]:
        target = _TARGET.sub(r"\1", content).strip()
        if name == "cite":
            yield from (f"{{cite}}`{cite}`" for cite in target.split() or [""])
        elif name == "word":
            yield f"{{word}}`… <{self.word(target)}>`"
        elif name == "doc" or name not in ROLES:
            yield f"{{{name}}}`{target}`"

    def _parts(self, text: str) -> list[str]:
        """The blocks of a text: of a page's of any sort, else paragraphs alone."""
        tokens = (PARSER if self.sort == "page" else _EMPHASIS).parse(text.strip())
        silent = _SILENT.findall(text) if self.sort == "page" else []
        return [token.type.removesuffix("_open") for token in tokens if token.level == 0 and token.nesting >= 0] + ["silent line"] * len(
            silent
        )

    def _open(self, text: str) -> Counter[str]:
        """Marks that stand bare where they would be read as letters."""
        plain = "".join(token.content for token in self._tokens(text) if token.type == "text")
        return Counter(re.findall(r"\*|`|\[\[|\]\]" if self.sort == "page" else r"\*|\[\[|\]\]", NAME.sub("", plain)))


def _listed(parts: list[str]) -> str:
    return " and ".join(f"{times} {part.replace('_', ' ')}{'s' if times > 1 else ''}" for part, times in Counter(parts).items())


def _places(ids: Sequence[str], said: str) -> Iterator[Difference]:
    """Whether the places to fill in are those of the text; a form of a text that counts may leave the number out."""
    try:
        there = set(_named(said))
    except ValueError:
        yield "translation-braces", "has braces that do not fit", _BRACES
        return
    wanted = [set(_named(one)) for one in ids]
    lacking, added = wanted[-1] - there, there - wanted[-1]
    if len(ids) > 1:
        lacking -= {"{count}"}
    told = [f"{verb} {', '.join(f'`{one}`' for one in sorted(some))}" for verb, some in (("lacks", lacking), ("adds", added)) if some]
    if told:
        yield "translation-braces", " and ".join(told), _BRACES


def _named(text: str) -> Iterator[str]:
    """The places of a text, as it has them; Sphinx's own texts have `%s`. Raises ValueError for braces that open or close nothing."""
    yield from re.findall(r"%(?:\(\w+\))?[sd]\b", text)
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            yield f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"
