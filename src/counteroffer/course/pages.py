"""What is wrong with a page of Markdown on its own: what the page builder would stumble over, and what a reader would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from counteroffer.course import pictures
from counteroffer.course.anchors import first_words, slug
from counteroffer.course.diagnostics import Faults
from counteroffer.course.fingerprint import CONTENT
from counteroffer.course.stray import stray
from counteroffer.course.textfile import included, read_text
from counteroffer.course.vocabulary import DIRECTIVES, ROLES, Directive

_INFO = re.compile(r"\{(?P<name>[^}]*)\}\s*(?P<argument>.*)", re.DOTALL)
_OPTION = re.compile(r":(?P<name>[\w-]+):(?: |$)")
_ROLE = re.compile(r"\{[\w-]+\}`")
_FOOTNOTE = re.compile(r"^[ >]*\[\^([^\]]+)\]:", re.MULTILINE)
_COMMENT = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)
# Markdown takes an address of another scheme for plain text, or for a link; either way it is refused.
_SCHEME = re.compile(r"(?:\]\(\s*<?|^\[[^\]]+\]:\s*<?|<)(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?!:)", re.MULTILINE)
SCHEMES = ("https", "http", "mailto")


@dataclass(frozen=True)
class Page:
    """Markdown to look at: where it stands, and the parser that it is read with.

    Only a chapter holds directives and roles. `where` are the lines of the file that the lines of the text stand on, where they are others;
    `notes` are the names of its footnotes; one that is not `titled` has its title from a file that it includes.
    """

    path: Path
    parser: MarkdownIt
    faults: Faults
    kind: Literal["chapter", "notebook", "included file"] = "chapter"
    where: Sequence[int] = ()
    notes: frozenset[str] = frozenset()
    titled: bool = True

    @property
    def plain(self) -> bool:
        """Whether neither directives nor roles may stand here."""
        return self.kind != "chapter"

    def fault(self, line: int, code: str, message: str, remedy: str) -> None:
        """Note a fault on this page."""
        self.faults.add(self.path, self.where[line - 1] if self.where else line, code, message, remedy)


def look(page: Page, tokens: list[Token], text: str) -> None:
    """Note every fault of a page; `tokens` are those of `text`, the whole file."""
    _headings(page, tokens)
    titled = any(token.type == "heading_open" for token in tokens)
    _blocks(replace(page, notes=frozenset(_FOOTNOTE.findall(text)), titled=titled), tokens, text.splitlines(), 0)


def _headings(page: Page, tokens: list[Token]) -> None:
    found = [
        (opening.map[0] + 1, int(opening.tag[1]), content.content.strip())
        for opening, content in pairwise(tokens)
        if opening.type == "heading_open" and opening.map
    ]
    if not found and any(token.type == "fence" and token.info.startswith("{include}") for token in tokens):
        # the title stands in what is included, and is looked for there
        return
    if not found:
        page.fault(1, "page-title", "This page has no title.", "Begin it with a line `# Title`.")
        return
    if found[0][1] != 1:
        page.fault(found[0][0], "page-title", "The first heading of this page is not its title.", "Begin the page with a line `# Title`.")
        return
    for (_, before, _), (line, level, _) in pairwise(found):
        if level == 1:
            page.fault(line, "heading-level", "This page has a second title.", "Give the heading two or more `#`.")
        elif level > before + 1:
            page.fault(line, "heading-level", f"This heading leaps from level {before} to {level}.", f"Give it {before + 1} `#`.")
    _anchors(page, [(line, text) for line, _, text in found])


def _anchors(page: Page, headings: list[tuple[int, str]]) -> None:
    anchors: dict[str, int] = {}
    for line, text in headings:
        if not text:
            page.fault(line, "heading-empty", "This heading has no words.", "Write it, or take it out.")
            continue
        if _ROLE.search(text):
            page.fault(
                line, "heading-role", "This heading holds a role, which contents and links cannot show.", "Move it into the text below."
            )
        anchor = slug(text)
        if anchor and anchor in anchors:
            message = f"This heading stands already on line {anchors[anchor]}; a link could not tell the two apart."
            page.fault(line, "heading-twice", message, "Word one of them otherwise.")
        anchors.setdefault(anchor, line)


def _blocks(page: Page, tokens: list[Token], lines: list[str], above: int) -> None:
    for token in tokens:
        line = (token.map[0] if token.map else 0) + above + 1
        if token.type in ("fence", "colon_fence"):
            _fence(page, token, lines, above)
        elif token.type == "html_block" and not _COMMENT.fullmatch(token.content):
            page.fault(line, "html-raw", f"Raw HTML stands here: {first_words(token.content.strip(), 40)}.", "Write Markdown.")
        elif token.type == "inline":
            _inline(page, token, line)


def _fence(page: Page, token: Token, lines: list[str], above: int) -> None:
    first, after = token.map or [0, 0]
    line = first + above + 1
    closing = lines[after - 1].strip(" >") if after - 1 < len(lines) else ""
    if after - 1 == first or not re.fullmatch(f"{re.escape(token.markup[0])}{{{len(token.markup)},}}", closing):
        page.fault(line, "block-open", "The block that begins here is never closed.", f"Close it with a line `{token.markup}`.")
        return
    if first and "emphasize-lines" in lines[first - 1] and lines[first - 1].startswith("{"):
        page.fault(line - 1, "code-lines", "Lines of code are set off here, which no face of the book shows.", "Take the attribute out.")
    info = token.info.strip()
    match = _INFO.fullmatch(info)
    if match is None:
        if token.type == "fence" and info:
            _language(page, info.split()[0], token.content, line)
        elif token.type == "colon_fence":
            page.fault(line, "directive-unknown", "This block names no directive.", "Write its name in braces, as in `:::{note}`.")
        return
    name, argument = match["name"], match["argument"].strip()
    if page.plain:
        page.fault(
            line, "markdown-plain", f"The directive `{name}` stands in this {page.kind}.", "Write plain Markdown, or move it to a chapter."
        )
        return
    known = DIRECTIVES.get(name)
    if known is None:
        near = get_close_matches(name, DIRECTIVES, n=1)
        remedy = f"Did you mean `{near[0]}`?" if near else f"Use one of {', '.join(sorted(DIRECTIVES))}."
        page.fault(line, "directive-unknown", f"There is no directive `{name}`.", remedy)
        return
    _directive(page, token, name, known, argument, line)


def _directive(page: Page, token: Token, name: str, known: Directive, argument: str, line: int) -> None:
    if known.argument == "must" and not argument:
        page.fault(line, "directive-argument", f"`{name}` does not say what it is to show.", f"Write it beside the name: `{{{name}}} …`.")
    if known.argument == "none" and argument and not known.markdown:
        page.fault(line, "directive-argument", f"`{name}` takes nothing beside its name.", f"Take out `{first_words(argument, 30)}`.")
    if known.titled:
        _blocks(page, page.parser.parseInline(argument), [], line - 1)
    body = token.content.splitlines()
    count = _options(page, name, known, body, line + 1)
    inside = "\n".join(body[count:])
    filled = inside.strip() or (known.markdown and known.argument == "none" and argument)
    if known.content == "none" and inside.strip():
        page.fault(line + 1 + count, "directive-content", f"`{name}` holds no text.", "Close the block before it.")
    if known.content == "must" and not filled:
        page.fault(line, "directive-content", f"`{name}` is empty.", "Write what it is to hold, or take it out.")
    if name in ("figure", "image") and argument:
        _picture(page, argument, line, described=any(re.match(r":alt:\s*\S", text) for text in body))
    if name == "include" and argument:
        _included(page, argument, line)
    if name == "code-block" and argument:
        _language(page, argument, inside, line)
    if known.markdown:
        _blocks(page, page.parser.parse(inside), inside.splitlines(), line + count)


def _options(page: Page, name: str, known: Directive, body: list[str], line: int) -> int:
    """How many lines of options a directive's body begins with; `line` is that of the first."""
    for count, text in enumerate(body):
        option = _OPTION.match(text)
        if not option:
            return count
        if option["name"] not in known.options:
            takes = f"It takes {', '.join(sorted(known.options))}." if known.options else "It takes none."
            page.fault(line + count, "directive-option", f"`{name}` has no option `{option['name']}`.", takes)
    return len(body)


def _inline(page: Page, token: Token, line: int) -> None:
    if scheme := next((one for one in _SCHEME.finditer(token.content) if one["scheme"].lower() not in SCHEMES), None):
        at = line + token.content.count("\n", 0, scheme.start())
        page.fault(at, "link-scheme", f"This link begins with `{scheme['scheme']}:`.", "Link to https:// pages, or to pages of the course.")
    else:
        # an address whose scheme Markdown does not take stands as words too
        for fault in stray(with_lines(token, line), page.notes):
            page.fault(*fault)
    _parts(page, token, line)


def _parts(page: Page, token: Token, line: int) -> None:
    for child, at in with_lines(token, line):
        if child.type == "myst_role":
            name = str(child.meta.get("name"))
            if page.plain:
                page.fault(
                    at, "markdown-plain", f"The role `{name}` stands in this {page.kind}.", "Write plain Markdown, or move it to a chapter."
                )
            elif name not in ROLES:
                near = get_close_matches(name, ROLES, n=1)
                remedy = f"Did you mean `{near[0]}`?" if near else f"Use one of {', '.join(ROLES)}."
                page.fault(at, "role-unknown", f"There is no role `{name}`.", remedy)
            elif not child.content.strip():
                page.fault(at, "role-empty", f"This `{name}` names nothing.", "Write what it is to name, or take it out.")
        elif child.type == "link_open":
            _link(page, str(child.attrs.get("href", "")), at)
        elif child.type == "html_inline" and not _COMMENT.fullmatch(child.content):
            page.fault(at, "html-raw", f"Raw HTML stands here: {first_words(child.content, 40)}.", "Write Markdown.")
        elif child.type == "image":
            _picture(page, str(child.attrs.get("src", "")), at, described=bool(child.content.strip()))


def _link(page: Page, address: str, line: int) -> None:
    if not address:
        page.fault(line, "link-empty", "This link leads nowhere.", "Write its address in the round brackets.")
    elif page.kind == "included file" and not address.startswith("https://"):
        message = f"The link to `{address}` means another place from each page that includes this file."
        page.fault(line, "markdown-plain", message, "Link to an https:// page, or take the link out.")


def with_lines(token: Token, line: int) -> Iterator[tuple[Token, int]]:
    """The parts of a running text, each with its line; `line` is that of the first."""
    for child in token.children or []:
        yield child, line
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type in ("myst_role", "code_inline", "html_inline"):
            line += child.content.count("\n")


def _picture(page: Page, address: str, line: int, *, described: bool) -> None:
    if not described:
        page.fault(
            line,
            "image-alt",
            f"The picture `{address}` has no words for those who cannot see it.",
            "Describe it (`![words](file)` or `:alt:`).",
        )
    base = page.faults.root if address.startswith("/") else page.path.parent
    file = (base / address.lstrip("/")).resolve()
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", address) or not file.is_relative_to(page.faults.root):
        page.fault(
            line,
            "image-elsewhere",
            f"The picture `{address}` lies outside the course.",
            "Copy it into `assets`; a page asks no other site for anything.",
        )
        return
    path = included(page.path, address, page.faults.root)
    if path is None:
        page.fault(line, "image-missing", f"There is no picture `{address}`.", "Correct its path, or add the file to `assets`.")
    elif path.suffix.lower() not in pictures.SHOWN:
        page.fault(line, "image-kind", f"Not every reader can be shown `{address}`.", "Save it anew as PNG, JPEG, GIF or SVG.")
    else:
        pictures.check(path, page.faults)


def _included(page: Page, address: str, line: int) -> None:
    path = included(page.path, address, page.faults.root)
    if path is None:
        remedy = f"Include a file of the course: one below {', '.join(CONTENT)}."
        page.fault(line, "include-missing", f"The file `{address}` cannot be included.", remedy)
        return
    if (text := read_text(path, page.faults)) is not None:
        if not page.titled and not re.search(r"^# \S", text, re.MULTILINE):
            remedy = "Begin this page with a line `# Title`, or the file that it includes."
            page.fault(line, "page-title", f"This page has no title, and `{address}` has none.", remedy)
        held = Page(path, page.parser, page.faults, "included file", notes=frozenset(_FOOTNOTE.findall(text)))
        _blocks(held, page.parser.parse(text), text.splitlines(), 0)


def _language(page: Page, name: str, code: str, line: int) -> None:
    from pygments.filters import ErrorToken
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(name)
        lexer.add_filter("raiseonerror")
        for _ in lexer.get_tokens(code):
            pass
    except ClassNotFound:
        page.fault(line, "code-language", f"`{name}` is no language that can be coloured.", "Correct it, or write `text`.")
    except ErrorToken as error:
        page.fault(
            line,
            "code-wrong",
            f"This is not `{name}`: `{first_words(str(error), 30)}` does not fit.",
            "Correct the code, or write `text` as its language.",
        )
