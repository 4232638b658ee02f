"""Directives of the facilitator's guide: `session`, `teaching-note`, `agenda`."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from counteroffer.book.addresses import PageLinks
from counteroffer.book.course import course_of
from counteroffer.book.directives import CaseDirective, CheckDirective, Part, part
from counteroffer.handouts.case_pack import RunSheet
from counteroffer.twin.workshop import agenda_html, note_html, session_html


class workshop_part(part):  # noqa: N801 (docutils names nodes so)
    """A part of the guide."""


class _GuidePart(Part):
    """A part of the guide, with the file beside its own that it draws from."""

    live, besides = False, ""

    def run(self) -> list[nodes.Node]:
        """One node, and the files noted that it depends on."""
        if self.besides:
            self.env.note_dependency(self.besides.format(self.arguments[0]))
        super().run()
        return [workshop_part(what=self.what, name=self.arguments[0], live=False)]


class SessionDirective(_GuidePart):
    """`{session} unit-id`: the session page of a unit; what is put to the vote stands in checks."""

    what, file, besides = "session", "workshop/sessions/{}.yml", CheckDirective.file


class NoteDirective(_GuidePart):
    """`{teaching-note} case-id`: the teaching note of a case; chances and roads are the case's."""

    what, file, besides = "teaching-note", "workshop/notes/{}.yml", CaseDirective.file


class AgendaDirective(_GuidePart):
    """`{agenda} name`: an agenda."""

    what, file = "agenda", "workshop/agendas/{}.yml"


def setup(app: Sphinx) -> None:
    """Register the directives and their node."""
    app.add_node(workshop_part, html=(_visit, None))
    for directive in (SessionDirective, NoteDirective, AgendaDirective):
        app.add_directive(directive.what, directive)


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    course, name = course_of(self.builder.app), node["name"]
    links = PageLinks(self.builder, self.builder.current_docname)
    if node["what"] == "session":
        self.body.append(session_html(course, course.sessions[name], links))
    elif node["what"] == "teaching-note":
        labels = RunSheet(course.cases[name], course.language)
        self.body.append(note_html(course, course.notes[name], links, labels))
    else:
        self.body.append(agenda_html(course, course.agendas[name], links))
    raise nodes.SkipNode
