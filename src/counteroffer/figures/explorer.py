"""What an explorer is: a few controls with few settings each, and for every setting a figure and a sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

from counteroffer.language import ENGLISH, Language

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Setting = dict[str, str]


@dataclass(frozen=True)
class Control:
    """A question with a finite number of answers: pairs of value and label, and the value to start with.

    The answers of a slider are amounts, the smallest first.
    """

    id: str
    label: str
    choices: tuple[tuple[str, str], ...]
    start: str
    kind: Literal["choice", "slider"] = "choice"


@dataclass(frozen=True)
class Remark:
    """A sentence or two beside a picture, with what they rest on."""

    text: str
    cite: tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """Something that must be known to read a picture rightly, under a heading."""

    head: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Frame:
    """The picture of one setting: its name, its SVG and the sentence that says it to somebody who cannot see it."""

    setting: Setting
    name: str
    svg: str
    sentence: str


class Explorer(ABC):
    """A picture with controls. `id` names it in chapters and notebooks; `caution` says in a line what the picture must not be taken for.

    `wall` are bands of the picture, from the top of each to its bottom, that stand side by side on a wall. A `wide` picture has letters
    too small for the width of a phone: there it scrolls sideways in its frame.
    """

    id: str
    title: str
    question: str
    controls: tuple[Control, ...]
    notes: tuple[Note, ...]
    caution: str
    wall: tuple[tuple[float, float], ...]
    language: Language = ENGLISH
    wide: bool = False

    @abstractmethod
    def draw(self, setting: Setting, among: Sequence[Setting] | None = None) -> Figure:
        """The figure of a setting. Other settings that it sets beside this one are those in `among` alone, if that is said."""

    @abstractmethod
    def brief(self, setting: Setting) -> str:
        """What a setting leads to, in a few words, and nothing of other settings."""

    @abstractmethod
    def more(self, setting: Setting) -> str:
        """What else the figure of a setting shows."""

    def sentence(self, setting: Setting) -> str:
        """All that the figure of a setting shows, in words."""
        return " ".join(filter(None, (self.brief(setting), self.more(setting))))

    @abstractmethod
    def state(self) -> str:
        """All the data that the figures depend on, as text: two explorers with equal texts draw the same."""

    def settings(self) -> list[Setting]:
        """Every setting, the first control changing slowest."""
        names = [control.id for control in self.controls]
        return [dict(zip(names, values, strict=True)) for values in product(*([v for v, _ in c.choices] for c in self.controls))]

    def start(self) -> Setting:
        """The setting to show first."""
        return {control.id: control.start for control in self.controls}

    def name(self, setting: Setting) -> str:
        """A setting in the words of its controls."""
        return self.language.gettext(", ").join(dict(control.choices)[setting[control.id]] for control in self.controls)

    def frame(self, setting: Setting, among: Sequence[Setting] | None = None) -> Frame:
        """The frame of a setting, drawn as `draw` says. Raises KeyError for a setting that the controls do not have."""
        # matplotlib takes a second to import, which a build that draws nothing need not wait for
        from counteroffer.figures.palette import to_svg

        name, sentence = self.name(setting), self.sentence(setting)
        ids = "-".join((self.id, *setting.values()))
        return Frame(setting, name, to_svg(lambda: self.draw(setting, among), ids, f"{self.title} {name}.", self.language), sentence)
