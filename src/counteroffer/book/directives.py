"""Directives that set the course's parts into a page: each leaves one node, drawn when the page is written."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from counteroffer.book.addresses import PageLinks
from counteroffer.book.citations import source_list
from counteroffer.book.course import course_of
from counteroffer.figures.charts import charts
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.kept import chart_svg, folder_of, frames_of
from counteroffer.twin import case_html, chart_html, check_html, explorer_html
from counteroffer.twin.plan import plan_html, samples_html
from counteroffer.twin.reference import glossary_html, unit_html, waiting_html


class part(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A part of the course on a page: `what` it is and its `name`. `live` ones need the learner's script."""


class Part(SphinxDirective):
    """A directive with the part's name as its argument."""

    what = ""
    required_arguments = 1
    file = ""
    live = True

    def run(self) -> list[nodes.Node]:
        """One node, and the file that it depends on noted, so that a change of it writes the page again."""
        name = self.arguments[0] if self.arguments else ""
        for file in (self.file.format(name), "assets/sources.bib"):
            self.env.note_dependency(file)
        return [part(what=self.what, name=name, live=self.live)]


class CheckDirective(Part):
    """`{check} unit-id`."""

    what, file = "check", "exercises/checks/{}.yml"


class CaseDirective(Part):
    """`{case} case-id`."""

    what, file = "case", "exercises/cases/{}.yml"


class ExplorerDirective(Part):
    """`{explorer} explorer-id`."""

    what, file = "explorer", "assets/explorers/{}.yml"


class ChartDirective(Part):
    """`{chart} chart-id`."""

    what, file, live = "chart", "assets/figures/{}.yml", False

    def run(self) -> list[nodes.Node]:
        """One node; some charts draw the explorer's coding, so that is noted too."""
        self.env.note_dependency("assets/explorers/phase-map.yml")
        return super().run()


class ObjectivesDirective(Part):
    """`{objectives}`: what the unit of this page is for, how long it takes, and as of when its evidence stands."""

    what, file, required_arguments, live = "objectives", "assets/objectives.yml", 0, False


class WordsDirective(Part):
    """`{words}`: the glossary."""

    what, file, required_arguments, live = "words", "assets/glossary.yml", 0, False


class RecordDirective(Part):
    """`{record}`: what the learner has done, from the record on the device."""

    what, file, required_arguments = "record", "assets/objectives.yml", 0


class PracticeDirective(Part):
    """`{practice}`: a review of what was learnt, drawn from the practice items."""

    what, file, required_arguments = "practice", "exercises/exam/blueprint.yml", 0


class ExamDirective(Part):
    """`{exam}`: a practice examination, drawn from the practice items."""

    what, file, required_arguments = "exam", "exercises/exam/blueprint.yml", 0


class VerifyDirective(Part):
    """`{verify}`: certificates, looked at in the browser."""

    what, file, required_arguments = "verify", "assets/objectives.yml", 0


class PlanDirective(Part):
    """`{plan}`: what the examination covers, from its blueprint."""

    what, file, required_arguments, live = "plan", "exercises/exam/blueprint.yml", 0, False


class SamplesDirective(Part):
    """`{samples}`: a practice item of each kind with its reasoning, to be read."""

    what, file, required_arguments, live = "samples", "exercises/exam/blueprint.yml", 0, False

    def run(self) -> list[nodes.Node]:
        """One node; which items it shows depends on every check."""
        for check in sorted(course_of(self.env.app).checks):
            self.env.note_dependency(CheckDirective.file.format(check))
        return super().run()


class SourcesDirective(SphinxDirective):
    """`{sources}`: the bibliography."""

    def run(self) -> list[nodes.Node]:
        """One node without citations: every source."""
        self.env.note_dependency("assets/sources.bib")
        return [source_list()]


def setup(app: Sphinx) -> None:
    """Register the directives and their node."""
    app.add_node(part, html=(_visit, None))
    for directive in (
        CheckDirective,
        CaseDirective,
        ExplorerDirective,
        ChartDirective,
        ObjectivesDirective,
        WordsDirective,
        RecordDirective,
        PracticeDirective,
        ExamDirective,
        VerifyDirective,
        PlanDirective,
        SamplesDirective,
    ):
        app.add_directive(directive.what, directive)
    app.add_directive("sources", SourcesDirective)


def _visit(self: HTML5Translator, node: nodes.Element) -> None:
    course = course_of(self.builder.app)
    links = PageLinks(self.builder, self.builder.current_docname)
    name = node["name"]
    match node["what"]:
        case "check":
            html = check_html(course, course.checks[name], links)
        case "case":
            html = case_html(course, course.cases[name], links)
        case "explorer":
            explorer = explorers(course)[name]
            html = explorer_html(course, explorer, frames_of(explorer, folder_of(course.root)), links)
        case "chart":
            chart = charts(course)[name]
            html = chart_html(course, chart, chart_svg(chart, folder_of(course.root)), links)
        case "objectives":
            html = unit_html(course, course.chapters[self.builder.current_docname])
        case "words":
            html = glossary_html(course, links)
        case "plan":
            html = plan_html(course)
        case "samples":
            html = samples_html(course, links)
        case what:
            html = waiting_html(course, what)
    self.body.append(html)
    raise nodes.SkipNode
