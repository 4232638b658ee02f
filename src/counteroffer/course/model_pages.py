"""The data of explorers over a model: their words, their sources, and the numbers that their controls offer."""

from __future__ import annotations

import math
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, repeated, wrong
from counteroffer.course.explorer_data import ExplorerData

# A town's people, and those of one of its quarters.
PEOPLE, QUARTER = 36, 9
CROWDS = ("square", "changed", "quarters", "steadier")
PROTECTED = ("drawn", "watched", "first")
Label = Annotated[Words, Field(max_length=34)]


class Option(Model):
    """One setting of a control, in words that can stand alone."""

    id: Slug
    label: Label


class Amount(Option):
    """A setting that is a number."""

    number: float = Field(ge=0)


OneOption = TypeVar("OneOption", bound=Option)


class Control(Model, Generic[OneOption]):
    """What a reader can set; `start` is the setting shown first."""

    label: Words
    start: Slug
    settings: list[OneOption] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _known(self) -> Self:
        ids = [one.id for one in self.settings]
        if twice := repeated(ids):
            raise wrong(f"the setting `{twice[1]}` stands twice", "Give one of the two another `id`.", "settings", twice[0], "id")
        if self.start not in ids:
            raise wrong(
                f"the start `{self.start}` is not among the settings", f"Name one of {', '.join(f'`{id_}`' for id_ in ids)}.", "start"
            )
        return self


class Choice(Control[Option]):
    """Settings that differ in kind."""


class Scale(Control[Amount]):
    """Settings that are numbers, the smallest first."""

    @model_validator(mode="after")
    def _grows(self) -> Self:
        numbers = [one.number for one in self.settings]
        if numbers != sorted(set(numbers)):
            said = "the numbers of a scale grow from one setting to the next"
            raise wrong(said, "Put the settings in order, the smallest first, each once.", "settings")
        return self

    def number(self, setting: str) -> float:
        """The number of a setting. Raises KeyError for one that is not there."""
        return {one.id: one.number for one in self.settings}[setting]


class Advice(Model):
    """Something that the model suggests for our offer, in words and with what supports it."""

    text: Words
    cite: Cites = Field(min_length=1)


class ModelPage(ExplorerData):
    """What every model page says beside its picture."""

    model: Words = Field(description="How the numbers are made, in plain words.")
    cite: Cites = Field(min_length=1, description="Where the model comes from.")
    assumptions: list[Words] = Field(min_length=2)
    leaves_out: list[Words] = Field(min_length=2)
    suggests: list[Advice] = Field(min_length=3, max_length=4)

    def offered(self) -> dict[str, list[str]]:
        """The ids of each control's settings, by the control's name."""
        controls = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: [each.id for each in one.settings] for name, one in controls.items() if isinstance(one, Control)}

    def within(self, name: str, least: float, most: float = math.inf, *, whole: bool = False) -> None:
        """Refuse the page unless every number of a scale lies between `least` and `most`, and is whole where it must be."""
        scale: Scale = getattr(self, name)
        for place, one in enumerate(scale.settings):
            if not (least <= one.number <= most and (one.number.is_integer() or not whole)):
                range_ = f"from {least:g}" + (f" to {most:g}" if most < math.inf else "")
                said = f"the numbers of “{scale.label}” are {'whole and ' if whole else ''}{range_}, and here it is {one.number:g}"
                raise wrong(said, "Write such a number, or take the setting out.", name, "settings", place, "number")


class Limbo(ModelPage):
    """`limbo.yml`: people who come each month, places, and how long people wait before they give up."""

    explorer: Literal["limbo"]
    stay: float = Field(ge=0.01, description="How long a place is held on average, in months.")
    arrivals: Scale = Field(description="People who come, a month.")
    places: Scale
    patience: Scale = Field(description="How long people wait on average before they give up, in months.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        self.within("arrivals", 0.1)
        self.within("places", 1, whole=True)
        self.within("patience", 0.01)
        return self


class WindowDesign(ModelPage):
    """`window-design.yml`: the days of a window, what an office takes in a day, and how long people hold on."""

    explorer: Literal["window-design"]
    people: int = Field(ge=1, le=10_000, description="People who may come.")
    ready: float = Field(ge=0.01, description="Days that people need, on average, to hear of the window and get ready.")
    served: float = Field(ge=0.01, description="People whom one member of staff can let in, a day.")
    days: Scale
    intake: Scale = Field(description="People whom the office takes in, a day.")
    patience: Scale = Field(description="How long people hold on to the promise on average, at home or in the queue, in days.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        # the picture tells of the last three days
        self.within("days", 4, 366, whole=True)
        self.within("intake", 1, whole=True)
        self.within("patience", 0.01)
        return self


class Screening(ModelPage):
    """`screening.yml`: how many in a thousand are dangerous, and how often the screening is right."""

    explorer: Literal["screening"]
    dangerous: Scale = Field(description="People in a thousand who are dangerous.")
    sensitivity: Scale = Field(description="Of a hundred dangerous people, how many are flagged.")
    specificity: Scale = Field(description="Of a hundred others, how many pass.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        self.within("dangerous", 1, 999, whole=True)
        self.within("sensitivity", 1, 100)
        self.within("specificity", 0, 100)
        return self


class Town(Model):
    """Four quarters: in each, one person whom all watch, and eight others in a ring who watch that one and their two neighbours.

    People are numbered quarter by quarter, from 0, the watched one first. The watched watch each other and their quarter.
    Thresholds say how many of those whom somebody watches must have gone along before that person does.
    """

    ring: list[int] = Field(min_length=8, max_length=8, description="Thresholds of the ring, the same in each quarter.")
    watched: int = Field(ge=0, description="Threshold of those whom all watch.")
    steadier: int = Field(ge=0, description="Their threshold where somebody has made them steadier.")
    bridge: list[int] = Field(min_length=2, max_length=2, description="Who in a quarter and who in the next watch one another.")
    pressed: list[int] = Field(min_length=1, description="People under pressure, who go along whatever others do.")
    first: int = Field(ge=0, description="Who goes first where everybody sees everybody; the next person waits for one more, and so on.")

    @model_validator(mode="after")
    def _known(self) -> Self:
        if max(self.first, *self.pressed) >= PEOPLE:
            raise wrong(f"people are numbered from 0 to {PEOPLE - 1}", "Name people of the town in `first` and `pressed`.")
        if not all(0 < place < QUARTER for place in self.bridge):
            said = f"a bridge stands between people of two rings, numbered from 1 to {QUARTER - 1} in each quarter"
            raise wrong(said, "Name two of them.", "bridge")
        return self


class DecisiveMinority(ModelPage):
    """`decisive-minority.yml`: who watches whom, whom we protect, and how many we can."""

    explorer: Literal["decisive-minority"]
    town: Town
    crowd: Choice = Field(description="Settings `square`, `changed`, `quarters` and `steadier`.")
    protect: Choice = Field(description="Settings `drawn`, `watched` and `first`.")
    number: Scale = Field(description="People whom we can protect.")

    @model_validator(mode="after")
    def _known(self) -> Self:
        for name, known in (("crowd", CROWDS), ("protect", PROTECTED)):
            control: Choice = getattr(self, name)
            if [one.id for one in control.settings] != list(known):
                said = f"the settings of “{control.label}” are {', '.join(known)}, in this order"
                raise wrong(said, "Give its settings these ids in this order.", name, "settings")
        # every draw of so many is gone through: of 36 people 7,140 for three, 58,905 for four
        self.within("number", 0, 3, whole=True)
        return self
