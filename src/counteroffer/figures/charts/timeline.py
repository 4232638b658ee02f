"""`timeline`: years run down; bars for the phases' episodes on the left, events on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from counteroffer.course.chart_data import Event, Timeline
from counteroffer.figures.charts.chart import Chart, Line
from counteroffer.language import message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Role, Shape, Sheet

_FIRST, _LAST = 2003, 2027
_TOP, _YEAR, _PITCH = 112.0, 18.6, 16.0
_LANES, _LANE, _MARKS, _WORDS = 34.0, 15.0, 122.0, 133.0
_LOOKS: Final[dict[str, tuple[Shape, Role, Role]]] = {
    "offer": ("o", "accent", "accent"),
    "force": ("x", "accent", "accent"),
    "state": ("s", "accent2", "accent2"),
    "turn": ("o", "paper", "muted"),
}


class TimelineChart(Chart[Timeline]):
    """Offers, force and turns of fortune, dated, beside the phases of the campaign."""

    heads = (message("When"), message("What"), message("Whose"), message("Where"))

    def height(self) -> float:
        """A line for every year, below the keys."""
        return _TOP + (_LAST - _FIRST) * _YEAR + 8

    def paint(self, sheet: Sheet) -> None:
        """Keys, years, bars, events."""
        self._keys(sheet)
        for year in range(_FIRST, _LAST):
            y = _at(year)
            sheet.line((_LANES - 3, _LANES + 4 * _LANE), (y, y), "grid", 0.6)
            if year % 2:
                sheet.text(_LANES - 6, _at(year + 0.5), str(year), 9, "muted", "right")
        for lane, phase in enumerate(self.coding.phases):
            for core in (True, False):
                x = _LANES + lane * _LANE + (1 if core else 9)
                for first, last in self._spans(phase.id, core=core):
                    tall = (last - first + 1) * _YEAR - 2
                    sheet.box(x, _at(first) + 1, 7 if core else 4.5, tall, "muted" if core else "paper", "muted")
        events = sorted(self.data.events, key=_when)
        for event, y in zip(events, _apart([_at(_when(event)) for event in events], self.height() - 12), strict=True):
            shape, fill, edge = _LOOKS[event.kind]
            true = _at(_when(event))
            sheet.line((_LANES + 4 * _LANE, _LANES + 4 * _LANE + 6, _MARKS - 10, _MARKS - 5), (true, true, y, y), "muted", 0.6)
            sheet.dot(_MARKS, y, 3.6, fill, edge, shape)
            sheet.text(_WORDS, y, f"{event.date[:4]} {event.label}", 9)

    def _spans(self, phase: str, *, core: bool) -> list[tuple[int, int]]:
        """The years of a phase's episodes in or outside the core, those that overlap taken together."""
        spans: list[tuple[int, int]] = []
        for one in sorted(self.coding.episodes, key=lambda one: one.first):
            if one.phase != phase or (one.base.place in self.data.core) is not core:
                continue
            if spans and one.first <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], one.last))
            else:
                spans.append((one.first, one.last))
        return spans

    def _keys(self, sheet: Sheet) -> None:
        for number, kind in enumerate(("offer", "force", "state", "turn")):
            shape, fill, edge = _LOOKS[kind]
            x, y = 8 + 174 * (number % 2), 10 + 15 * (number // 2)
            sheet.dot(x, y, 3.6, fill, edge, shape)
            sheet.text(x + 9, y, self.data.kinds[kind], 9)  # type: ignore[index]
        for number, phase in enumerate(self.coding.phases):
            sheet.text(4 + 174 * (number % 2), 46 + 14 * (number // 2), f"{number + 1}  {phase.label}", 9)
            sheet.text(_LANES + (number + 0.5) * _LANE, _TOP - 9, str(number + 1), 10, "ink", "center", bold=True)
        sheet.box(4, 70, 8, 10, "muted", "muted")
        sheet.text(17, 75, self.language.gettext("Iraq and Syria"), 9)
        sheet.box(178, 70, 8, 10, "paper", "muted")
        sheet.text(191, 75, self.language.gettext("Elsewhere"), 9)

    def sentence(self) -> str:
        """The first and last of each kind, and the years of each phase."""
        _ = self.language.gettext
        parts = []
        for kind, label in self.data.kinds.items():
            found = sorted((event for event in self.data.events if event.kind == kind), key=_when)
            first, last = (f"{event.label} ({event.place}, {event.date[:4]})" for event in (found[0], found[-1]))
            parts.append(
                self.language.ngettext(
                    "{label}: {count} event, {first}.",
                    "{label}: {count} events, from {first} to {last}.",
                    len(found),
                    label=label,
                    first=first,
                    last=last,
                )
            )
        phases = []
        for phase in self.coding.phases:
            spans = [one for one in self.coding.episodes if one.phase == phase.id]
            phases.append(f"{phase.label} {min(one.first for one in spans)}–{max(one.last for one in spans)}")
        parts.append(_("Episodes of the phases, which overlap: {phases}.", phases=self.language.listed(phases)))
        return " ".join(parts)

    def lines(self) -> list[Line]:
        """Events and episodes in order of time."""
        kinds = {str(kind): label for kind, label in self.data.kinds.items()}
        told = [
            (_when(event), Line((self.language.date(event.date), event.label, kinds[event.kind], event.place), tuple(event.cite)))
            for event in self.data.events
        ]
        labels = {phase.id: phase.label for phase in self.coding.phases}
        for one in self.coding.episodes:
            years = str(one.first) if one.first == one.last else f"{one.first}–{one.last}"
            told.append(
                (
                    one.first,
                    Line((years, one.label, self.language.gettext("Phase: {phase}", phase=labels[one.phase]), one.place), tuple(one.cite)),
                )
            )
        return [line for _, line in sorted(told, key=lambda pair: pair[0])]


def _when(event: Event) -> float:
    year, _, month = event.date.partition("-")
    return int(year) + (int(month) - 0.5) / 12 if month else int(year) + 0.5


def _at(year: float) -> float:
    return _TOP + (year - _FIRST) * _YEAR


def _apart(wanted: list[float], end: float) -> list[float]:
    """Places near those that are wanted, in their order, no two nearer than the pitch."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + _PITCH) if placed else y)
    for index in range(len(placed) - 1, -1, -1):
        limit = end if index == len(placed) - 1 else placed[index + 1] - _PITCH
        placed[index] = min(placed[index], limit)
    return placed
