"""`repentance-process`: the steps as documented, one below the other, and dashed boxes for what the documents do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from counteroffer.course.chart_data import RepentanceProcess, Step
from counteroffer.figures.charts.chart import GRADES, Chart, Line, wrapped
from counteroffer.language import message

if TYPE_CHECKING:
    from counteroffer.figures.charts.canvas import Role, Sheet

_TOP, _RAIL, _WORDS = 44.0, 12.0, 32.0
_KINDS = {"step": message("step"), "exit": message("way out"), "gap": message("not shown")}
_LOOKS: Final[dict[str, tuple[Role, Role]]] = {
    "corroborated": ("accent", "accent"),
    "stated": ("paper", "accent"),
    "contested": ("paper", "accent2"),
}


class RepentanceChart(Chart[RepentanceProcess]):
    """A rail of steps, broken where the documents break off."""

    heads = (message(""), message("What"), message("Where and when"), message("As documented"), message("How sure"))

    def height(self) -> float:
        """The sum of the steps below the key."""
        return _TOP + sum(map(_tall, self.data.steps)) + 4

    def paint(self, sheet: Sheet) -> None:
        """The key, then step after step."""
        for index, (grade, label) in enumerate(GRADES.items()):
            x = 10 + (0, 128, 216)[index]
            self._mark(sheet, x, 10, grade)
            sheet.text(x + 10, 10, self.language.say(label), 9)
        sheet.box(3, 23, 14, 12, "none", "muted", dashed=True)
        sheet.text(20, 29, self.language.gettext("not shown by the documents that we have"), 9)
        y = _TOP
        for index, step in enumerate(self.data.steps):
            tall = _tall(step)
            if step.kind == "gap":
                self._gap(sheet, y, step)
            else:
                if index + 1 < len(self.data.steps):
                    broken = self.data.steps[index + 1].kind == "gap"
                    sheet.line((_RAIL, _RAIL), (y + 10, y + tall + (0 if broken else 10)), "muted", 1.2)
                self._step(sheet, y, step)
            y += tall

    def _step(self, sheet: Sheet, y: float, step: Step) -> None:
        x = _WORDS
        if step.kind == "exit":
            x += 20
            sheet.line((_RAIL, _RAIL + 22), (y + 10, y + 10), "muted", 1.2)
        self._mark(sheet, x - 20, y + 10, self.grade(step.cite))
        sheet.text(x, y + 10, step.label, 10, bold=True)
        for line, words in enumerate(_told(step)):
            sheet.text(x, y + 24 + 13 * line, words, 9, "muted" if line == 0 else "ink")

    def _gap(self, sheet: Sheet, y: float, step: Step) -> None:
        sheet.box(3, y + 2, 336, _tall(step) - 8, "none", "muted", dashed=True)
        sheet.text(_WORDS, y + 13, step.label, 9.5, "muted", bold=True)
        for line, words in enumerate(_told(step)):
            sheet.text(_WORDS, y + 27 + 13 * line, words, 9, "muted")

    def _mark(self, sheet: Sheet, x: float, y: float, grade: str) -> None:
        fill, edge = _LOOKS[grade]
        sheet.dot(x, y, 5.5, fill, edge)
        if grade == "contested":
            sheet.text(x, y, "?", 9, "accent2", "center", bold=True)

    def sentence(self) -> str:
        """The steps by how sure they are, each group in order, then the gaps."""
        _ = self.language.gettext
        parts = [_("Steps in order, by how sure we are.")]
        for grade, label in GRADES.items():
            told = [step.label.lower() for step in self.data.steps if step.kind != "gap" and self.grade(step.cite) == grade]
            if told:
                parts.append(f"{self.language.say(label).capitalize()}: {_('; ').join(told)}.")
        gaps = " ".join(step.label for step in self.data.steps if step.kind == "gap")
        return " ".join([*parts, _("The documents do not show: {gaps}", gaps=gaps)])

    def lines(self) -> list[Line]:
        """A line for each step, way out and gap."""
        say = self.language.say
        return [
            Line((say(_KINDS[step.kind]), step.label, step.place or "", step.detail, say(GRADES[self.grade(step.cite)])), tuple(step.cite))
            for step in self.data.steps
        ]


def _told(step: Step) -> list[str]:
    """The lines under a step's name: where and when, then what is documented."""
    detail = wrapped(step.detail, 58 if step.kind == "exit" else 62)
    return [step.place, *detail] if step.place else detail


def _tall(step: Step) -> float:
    return 26.0 + 13 * len(_told(step)) if step.kind != "gap" else 30.0 + 13 * len(_told(step))
