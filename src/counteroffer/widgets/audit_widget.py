"""The audit in a live kernel: ipywidgets controls, the picture drawn by matplotlib, and the sheet on paper as its static twin."""

from __future__ import annotations

from typing import Any

import ipywidgets as w

from counteroffer.course import Catalogue
from counteroffer.course.audit import Audit, AuditDimension
from counteroffer.figures.audit import Comparison
from counteroffer.language import Language
from counteroffer.twin import NoLinks, NotebookLinks, audit_html
from counteroffer.twin.templates import macro
from counteroffer.widgets.course import course_root, load
from counteroffer.widgets.interactive import Connection

_WIDE = w.Layout(width="auto", max_width="48rem")
_UNMARKED, _UNKNOWN = "not marked yet", "not known"


class AuditWidget(w.VBox):  # type: ignore[misc]
    """Ten rows to mark. `phase` and `marks` follow the learner, `comparison` is the sheet compared with the coded offer.

    Marks stay in the kernel, and no name of a programme is asked for: the report is printed from the page in the book.
    """

    def __init__(self, course: Catalogue, audit: Audit) -> None:
        self._course, self._audit = course, audit
        self.choice = w.RadioButtons(
            options=[(f"{one.label}. {one.plain}", one.id) for one in audit.phases], value=audit.phases[0].id, layout=_WIDE
        )
        self.rows = {
            one.id: w.RadioButtons(options=_options(one, course.language), value=_UNMARKED, layout=_WIDE) for one in audit.dimensions
        }
        self.picture, self.gaps = w.HTML(), w.HTML()
        sheet = [part for number, one in enumerate(audit.dimensions, 1) for part in (self._shown("row", number, one), self.rows[one.id])]
        super().__init__(
            [
                Connection(),
                self._shown("begin", audit),
                *sheet,
                self._shown("phase"),
                self.choice,
                self._shown("seeing", audit),
                self.picture,
                self.gaps,
                self._shown("notes", audit),
            ]
        )
        for control in (self.choice, *self.rows.values()):
            control.observe(self._redraw, names="value")
        self._redraw()

    @property
    def phase(self) -> str:
        """The id of the phase that was chosen."""
        return str(self.choice.value)

    @property
    def marks(self) -> dict[str, int | None]:
        """Dimension to step, or to None for "not known"; rows that are not marked are left out."""
        given = {name: row.value for name, row in self.rows.items()}
        return {name: None if mark == _UNKNOWN else mark for name, mark in given.items() if mark != _UNMARKED}

    @property
    def comparison(self) -> Comparison:
        """The sheet beside the competing offer of the phase."""
        return Comparison(self._audit, self.phase, self.marks, self._course.language)

    def _redraw(self, change: Any = None) -> None:  # noqa: ARG002
        compared = self.comparison
        self.picture.value = self._html("picture", compared.svg(), compared.sentence())
        self.gaps.value = "".join(self._html("gap", self._course, one, NoLinks()) for one in compared.widest())

    def _html(self, part: str, *values: Any) -> str:
        return macro(self._course, "live.html", part)(*values)

    def _shown(self, part: str, *values: Any) -> w.HTML:
        return w.HTML(self._html(part, *values))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data = super()._repr_mimebundle_(**kwargs) or {}
        html = audit_html(self._course, self._audit, NotebookLinks(self._course))
        return {**data, "text/html": html, "text/plain": "AuditWidget()"}


def _options(one: AuditDimension, language: Language) -> list[tuple[str, Any]]:
    steps = [(f"{step} {anchor}", step) for step, anchor in enumerate(one.anchors)]
    return [(language.gettext("Not marked yet"), _UNMARKED), *steps, (language.gettext("Not known"), _UNKNOWN)]


def audit() -> AuditWidget:
    """The audit of the course. Raises KeyError when the course has none, CourseError when it has faults."""
    course = load(course_root(), "audit")
    assert course.audit is not None  # noqa: S101 (a fault was raised otherwise)
    return AuditWidget(course, course.audit)
