"""What an explorer is: a few controls with few settings each, and for every setting a figure and a sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import product

import matplotlib
from matplotlib.figure import Figure

from counteroffer.figures.palette import STYLE, to_svg

Setting = dict[str, str]


@dataclass(frozen=True)
class Control:
    """A question with a finite number of answers: pairs of value and label, the first being the start."""

    id: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Frame:
    """The picture of one setting: its name, its SVG and the sentence that says it to somebody who cannot see it."""

    setting: Setting
    name: str
    svg: str
    sentence: str


class Explorer(ABC):
    """A picture with controls. `id` names it in chapters and notebooks."""

    id: str
    title: str
    controls: tuple[Control, ...]

    @abstractmethod
    def draw(self, setting: Setting) -> Figure:
        """The figure of a setting."""

    @abstractmethod
    def sentence(self, setting: Setting) -> str:
        """What the figure of a setting shows, in one or two sentences."""

    @abstractmethod
    def state(self) -> str:
        """All the data that the figures depend on, as text: two explorers with equal texts draw the same."""

    def settings(self) -> list[Setting]:
        """Every setting, the first control changing slowest."""
        names = [control.id for control in self.controls]
        return [dict(zip(names, values, strict=True)) for values in product(*([v for v, _ in c.choices] for c in self.controls))]

    def name(self, setting: Setting) -> str:
        """A setting in the words of its controls."""
        return ", ".join(dict(control.choices)[setting[control.id]] for control in self.controls)

    def frame(self, setting: Setting) -> Frame:
        """The frame of a setting. Raises KeyError for a setting that the controls do not have."""
        name, sentence = self.name(setting), self.sentence(setting)
        with matplotlib.rc_context(STYLE):
            ids = "-".join((self.id, *setting.values()))
            return Frame(setting, name, to_svg(self.draw(setting), ids, f"{self.title} {name}."), sentence)

    def frames(self) -> list[Frame]:
        """The frames of all settings."""
        return [self.frame(setting) for setting in self.settings()]
