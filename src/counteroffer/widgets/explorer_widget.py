"""Explorers in a live kernel: ipywidgets controls over a matplotlib figure, with every frame in the static twin."""

from __future__ import annotations

from typing import Any

import ipywidgets as w

from counteroffer.course import Catalogue
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Control, Explorer, Setting
from counteroffer.figures.kept import folder_of, frame_of, frames_of
from counteroffer.twin import NoLinks, explorer_html, notes_html
from counteroffer.twin.templates import macro
from counteroffer.widgets.course import course_root, load
from counteroffer.widgets.interactive import Connection


class ExplorerWidget(w.VBox):  # type: ignore[misc]
    """Controls and picture. `setting` is the setting shown; moving a control redraws the picture from the model."""

    def __init__(self, course: Catalogue, explorer: Explorer) -> None:
        self.course, self.explorer = course, explorer
        self.controls = {one.id: _control(one) for one in explorer.controls}
        self.picture = w.HTML()
        question = w.HTML(macro(course, "live.html", "question")(explorer))
        notes = w.HTML(notes_html(course, explorer, NoLinks()))
        super().__init__([Connection(), question, *map(_row, self.controls.values()), self.picture, notes])
        for control in self.controls.values():
            control.observe(self._redraw, names="value")
        self._redraw()

    @property
    def setting(self) -> Setting:
        """Value of each control, by its id."""
        return {name: control.value for name, control in self.controls.items()}

    def _redraw(self, change: Any = None) -> None:  # noqa: ARG002
        frame = frame_of(self.explorer, self.setting, folder_of(self.course.root))
        self.picture.value = macro(self.course, "live.html", "frame")(frame)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data = super()._repr_mimebundle_(**kwargs) or {}
        frames = frames_of(self.explorer, folder_of(self.course.root))
        html = explorer_html(self.course, self.explorer, frames, NoLinks())
        return {**data, "text/html": html, "text/plain": f"ExplorerWidget({self.explorer.id!r})"}


def _control(control: Control) -> Any:
    # labels of a few words do not fit the narrow places that ipywidgets keeps for them
    style, layout = {"description_width": "initial"}, {"width": "auto", "max_width": "40rem", "flex": "1 1 auto"}
    options = [(label, value) for value, label in control.choices]
    if control.kind == "slider":
        return w.SelectionSlider(options=options, value=control.start, description=control.label, readout=False, style=style, layout=layout)
    style["button_width"] = "auto"
    return w.ToggleButtons(options=options, value=control.start, description=control.label, style=style, layout=layout)


def _row(control: Any) -> Any:
    """A slider with its setting beside it, whole; other controls show theirs."""
    if not isinstance(control, w.SelectionSlider):
        return control
    setting = w.Label()
    w.dlink((control, "index"), (setting, "value"), lambda index: control.options[index][0])
    return w.HBox([control, setting], layout={"max_width": "40rem"})


def explorer(id: str) -> ExplorerWidget:  # noqa: A002
    """The explorer called `id`. Raises KeyError when the course has none of that name, CourseError when it has faults."""
    course = load(course_root(), "explorer", id)
    return ExplorerWidget(course, explorers(course)[id])
