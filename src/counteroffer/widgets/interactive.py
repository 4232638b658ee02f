"""Checks and cases in a live kernel: the static face, upgraded by the same script as in the book, its state Python's."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import anywidget
import traitlets

from counteroffer.course import Catalogue
from counteroffer.course.case_machine import Machine, State, told
from counteroffer.course.cases import Case
from counteroffer.course.items import Check, Item
from counteroffer.course.marking import mark
from counteroffer.twin import NoLinks, case_html, check_html
from counteroffer.web.bundle import asset
from counteroffer.widgets.course import course_root, load


class Interactive(anywidget.AnyWidget):
    """A widget that is never dead: where no kernel answers, its `text/html` twin stands."""

    _esm = asset("widget.js")
    _css = asset("interactives.css")

    kind: Any = traitlets.Unicode().tag(sync=True)
    html: Any = traitlets.Unicode().tag(sync=True)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), "text/html": self.html, "text/plain": f"{type(self).__name__}({self.name!r})"}, metadata

    @property
    def name(self) -> str:
        """The id of what is shown."""
        raise NotImplementedError


class Connection(Interactive):
    """A line above controls that are ipywidgets: empty, until their kernel no longer hears them; then it says so, as checks and cases do."""

    @property
    def name(self) -> str:
        """What it tells of."""
        return "connection"


class CheckWidget(Interactive):
    """A knowledge check. `answers` follows the learner: item id to response; `score` is marked from it, here."""

    answers: Any = traitlets.Dict().tag(sync=True)

    def __init__(self, course: Catalogue, check: Check) -> None:
        self._check = check
        super().__init__(kind="check", html=check_html(course, check, NoLinks()))

    @property
    def name(self) -> str:
        """The id of the check."""
        return self._check.check

    @property
    def scores(self) -> dict[str, float]:
        """Item id to mark (0 to 1), for the items that were answered."""
        items: list[Item] = self._check.items
        return {item.id: float(mark(item, self.answers[item.id])) for item in items if item.id in self.answers}

    @property
    def score(self) -> float:
        """The mean mark over all items of the check, 0 to 1; an unanswered item counts as 0."""
        return sum(self.scores.values()) / len(self._check.items)


class CaseWidget(Interactive):
    """A case. `path` follows the learner: a list of steps, each a decision, the cards opened and the option chosen."""

    path: Any = traitlets.List().tag(sync=True)

    def __init__(self, course: Catalogue, case: Case) -> None:
        self._case = case
        super().__init__(kind="case", html=case_html(course, case, NoLinks()))

    @property
    def name(self) -> str:
        """The id of the case."""
        return self._case.case

    @cached_property
    def _machine(self) -> Machine:
        return Machine(told(self._case))

    @property
    def state(self) -> State:
        """Where the path has led: decision or ending, meters and flags."""
        return self._machine.replay(self.path)

    @property
    def meters(self) -> dict[str, int]:
        """The meters by name, 0 to 10."""
        return self._machine.levels(self.state)

    @property
    def ending(self) -> str | None:
        """The ending that was reached, or None."""
        at = self.state.at
        return at if at in self._machine.endings else None


def check(id: str) -> CheckWidget:  # noqa: A002
    """The knowledge check called `id`. Raises KeyError when the course has none of that name, CourseError when it has faults."""
    course = load(course_root(), "check", id)
    return CheckWidget(course, course.checks[id])


def case(id: str) -> CaseWidget:  # noqa: A002
    """The case called `id`. Raises KeyError when the course has none of that name, CourseError when it has faults."""
    course = load(course_root(), "case", id)
    return CaseWidget(course, course.cases[id])
