"""Citations and glossary words in running text, and the list of sources at a page's end.

`cite` names facts (or sources); readers see the sources behind them. `word` leads to the glossary.
"""

from __future__ import annotations

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from counteroffer.book.addresses import PageLinks
from counteroffer.book.course import course_of
from counteroffer.twin.links import cited
from counteroffer.twin.reference import sources_html


class cite_mark(nodes.Inline, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The mark of a citation; `cites` are fact ids and source keys."""


class word(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A word that stands in the glossary; `anchor` is its entry."""


class source_list(nodes.General, nodes.Element):  # noqa: N801
    """The references of a page (`cites`), or of the whole course where there are none."""


class CiteRole(SphinxRole):
    """`{cite}`: one or more fact ids or source keys, separated by spaces."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A citation node."""
        note_evidence(self.env)
        return [cite_mark(cites=self.text.split())], []


class WordRole(SphinxRole):
    """`{word}`: a word of the glossary, or other text with the word in angle brackets."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A word node."""
        match = re.fullmatch(r"(?P<shown>.*?)\s*<(?P<term>[^<>]+)>", self.text, re.DOTALL)
        shown, term = (match["shown"], match["term"]) if match else (self.text, self.text)
        entry = course_of(self.env.app).words[term.strip().lower()]
        self.env.note_dependency("assets/glossary.yml")
        return [word("", shown, anchor=entry.anchor)], []


def note_evidence(env: BuildEnvironment) -> None:
    """Let the page that is being read depend on everything that a citation is drawn from."""
    course = course_of(env.app)
    for name in ("assets/sources.bib", *(file for file in course.files if file.startswith("assets/evidence/"))):
        env.note_dependency(name)


def setup(app: Sphinx) -> None:
    """Register the roles, their nodes, and the list of sources at the end of each page that cites."""
    app.add_node(cite_mark, html=(_visit_citation, None))
    app.add_node(word, html=(_visit_word, _depart_word))
    app.add_node(source_list, html=(_visit_sources, None))
    app.add_role("cite", CiteRole(), override=True)
    app.add_role("word", WordRole())
    app.connect("doctree-read", _list_sources)


def _visit_citation(self: HTML5Translator, node: nodes.Element) -> None:
    course = course_of(self.builder.app)
    if self.body and self.body[-1].endswith(" "):
        # a mark does not begin a line
        self.body[-1] = self.body[-1][:-1] + "\N{NARROW NO-BREAK SPACE}"
    self.body.append(cited(course, node["cites"], PageLinks(self.builder, self.builder.current_docname)))
    raise nodes.SkipNode


def _visit_word(self: HTML5Translator, node: nodes.Element) -> None:
    address = PageLinks(self.builder, self.builder.current_docname).word(node["anchor"])
    self.body.append(f'<a class="co-word" href="{escape(address)}">' if address else "<span>")
    node["close"] = "</a>" if address else "</span>"


def _depart_word(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(node["close"])


def _list_sources(app: Sphinx, doctree: nodes.document) -> None:
    """Append the sources that a page cites to its last section of the first level."""
    cites = list(dict.fromkeys(cite for node in doctree.findall(cite_mark) for cite in node["cites"]))
    if not cites or any(doctree.findall(source_list)):
        return
    top = next(iter(doctree.findall(nodes.section)), None)
    if top is None:
        return
    section = nodes.section(
        "", nodes.title("", course_of(app).language.gettext("Sources of this page")), source_list(cites=cites), ids=["sources-of-this-page"]
    )
    top.append(section)


def _visit_sources(self: HTML5Translator, node: nodes.Element) -> None:
    links, cites = PageLinks(self.builder, self.builder.current_docname), node.get("cites")
    self.body.append(sources_html(course_of(self.builder.app), cites, links, whole=not cites))
    raise nodes.SkipNode
