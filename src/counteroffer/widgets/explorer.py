"""Explorers in a live kernel: ipywidgets controls over a matplotlib figure, with every frame in the static twin."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as w

from counteroffer.figures.catalogue import explorers
from counteroffer.figures.explorer import Explorer, Setting
from counteroffer.twin import explorer_html
from counteroffer.widgets.course import course_root, load


class ExplorerWidget(w.VBox):  # type: ignore[misc]
    """Controls and picture. `setting` is the setting shown; moving a control redraws the picture from the model."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.controls = {
            control.id: w.ToggleButtons(options=[(label, value) for value, label in control.choices], description=control.label)
            for control in explorer.controls
        }
        self.picture = w.HTML()
        notes = w.HTML("".join(f"<p><b>{escape(head)}.</b> {escape(text)}</p>" for head, text in explorer.notes))
        super().__init__([*self.controls.values(), self.picture, notes])
        for control in self.controls.values():
            control.observe(self._redraw, names="value")
        self._redraw()

    @property
    def setting(self) -> Setting:
        """Value of each control, by its id."""
        return {name: control.value for name, control in self.controls.items()}

    def _redraw(self, change: Any = None) -> None:  # noqa: ARG002
        frame = self.explorer.frame(self.setting)
        self.picture.value = (
            f'<figure style="max-width:40rem;margin:0">{frame.svg}<figcaption>{escape(frame.sentence)}</figcaption></figure>'
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        data = super()._repr_mimebundle_(**kwargs) or {}
        html = explorer_html(self.explorer, self.explorer.frames())
        return {**data, "text/html": html, "text/plain": f"ExplorerWidget({self.explorer.id!r})"}


def explorer(id: str) -> ExplorerWidget:  # noqa: A002
    """The explorer called `id`. Raises KeyError when the course has none of that name, CourseError when the course has faults."""
    found = explorers(load(course_root()))
    if id not in found:
        raise KeyError(f"There is no explorer {id!r}. There are: {', '.join(sorted(found))}.")
    return ExplorerWidget(found[id])
