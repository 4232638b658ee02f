"""Directives of the reference shelf: `timeline`, `traceability`, `objective-matrix`, `evidence`."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from counteroffer.book.addresses import PageLinks
from counteroffer.book.citations import note_evidence
from counteroffer.book.course import course_of
from counteroffer.book.directives import part
from counteroffer.twin.matrix import objective_matrix_html, traceability_html
from counteroffer.twin.reference import evidence_html
from counteroffer.twin.timeline import timeline_html


class shelf_part(part):  # noqa: N801 (docutils names nodes so)
    """A part of the shelf, drawn from the whole course."""


class TimelineDirective(SphinxDirective):
    """`{timeline}`: every event of `assets/timeline.yml`, which the learner's script can filter."""

    def run(self) -> list[nodes.Node]:
        """One node, and the files noted that it depends on."""
        if course_of(self.env.app).chronology is None:
            raise self.error("There is no assets/timeline.yml, so this page has no timeline to show.")
        note_evidence(self.env)
        for file in ("timeline.yml", "explorers/phase-map.yml"):
            self.env.note_dependency(f"assets/{file}")
        return [shelf_part(what="timeline", name="", live=True)]


class MatrixDirective(SphinxDirective):
    """`{traceability}`, `{objective-matrix}` and `{evidence}`."""

    def run(self) -> list[nodes.Node]:
        """One node; its page is written at every build, since any file of the course may change the matrix."""
        self.env.note_reread()
        return [shelf_part(what=self.name, name="", live=False)]


def setup(app: Sphinx) -> None:
    """Register the directives and their node."""
    app.add_node(shelf_part, html=(_visit, None))
    app.add_directive("timeline", TimelineDirective)
    app.add_directive("traceability", MatrixDirective)
    app.add_directive("objective-matrix", MatrixDirective)
    app.add_directive("evidence", MatrixDirective)


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    course = course_of(self.builder.app)
    links = PageLinks(self.builder, self.builder.current_docname)
    if node["what"] == "timeline" and course.chronology:
        self.body.append(timeline_html(course, course.chronology, links))
    elif node["what"] == "traceability":
        self.body.append(traceability_html(course, links))
    elif node["what"] == "evidence":
        self.body.append(evidence_html(course, links))
    else:
        self.body.append(objective_matrix_html(course, links))
    raise nodes.SkipNode
