"""The data behind the course's charts: every mark with the facts or sources that it rests on."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Verbatim, Words, wrong

Kind = Literal["offer", "force", "state", "turn"]
Group = Literal["meets", "holds"]


class ChartData(Model):
    """A file of `assets/figures`: the question in its `title`, how it was coded and what it cannot show."""

    chart: Slug
    title: Words = Field(max_length=80, description="One question that a reader answers at a glance.")
    question: Words = Field(description="The practitioner's question behind the title.")
    coding: Words = Field(description="The rule by which the sources were turned into marks.")
    note: Words = Field(description="What the picture does not show.")


class Mark(Model):
    """Something drawn that rests on evidence."""

    cite: Cites = Field(min_length=1)


class Event(Mark):
    """A dated event of the timeline."""

    date: str = Field(pattern=r"^20\d\d(-(0[1-9]|1[0-2]))?$")
    kind: Kind
    label: Words = Field(max_length=38)
    place: Words


class Timeline(ChartData):
    """`timeline.yml`. The phases' years come from the phase map; episodes outside `core` are drawn as outlines."""

    core: list[Verbatim]
    kinds: dict[Kind, Words]
    events: list[Event]

    @model_validator(mode="after")
    def _each_kind(self) -> Timeline:
        for kind in get_args(Kind):
            if kind not in self.kinds:
                raise wrong(f"the kind `{kind}` has no words", f"Add `{kind}:` and what readers call it.", "kinds")
            if kind not in {event.kind for event in self.events}:
                raise wrong(
                    f"no event is of the kind `{kind}`", "Add one: the picture tells the first and the last of each kind.", "events"
                )
        return self


class Weakness(Mark):
    """Something in our own practice that an instrument can exploit."""

    id: Slug
    label: Words = Field(max_length=44)


class Tie(Mark):
    """An instrument and a weakness: `documented` where a source itself joins them, `reading` where we do."""

    instrument: Slug
    weakness: Slug
    basis: Literal["documented", "reading"]
    why: Words


class Instruments(ChartData):
    """`instruments.yml`. The instruments are those of the phase map."""

    weaknesses: list[Weakness]
    ties: list[Tie]

    @model_validator(mode="after")
    def _known(self) -> Instruments:
        listed = {one.id for one in self.weaknesses}
        for i, tie in enumerate(self.ties):
            if tie.weakness not in listed:
                raise wrong(f"the weakness `{tie.weakness}` is not listed", "Name one that is, or list it.", "ties", i, "weakness")
        for i, one in enumerate(self.weaknesses):
            if one.id not in {tie.weakness for tie in self.ties}:
                raise wrong(f"no tie leads to the weakness `{one.id}`", "Add a tie, or take the weakness out.", "weaknesses", i)
        return self


class Step(Mark):
    """A step as documented, a way out of the process, or a gap: what the documents do not show."""

    kind: Literal["step", "exit", "gap"]
    label: Words = Field(max_length=38)
    place: Words | None = None
    detail: Words = Field(max_length=110)


class RepentanceProcess(ChartData):
    """`repentance-process.yml`."""

    steps: list[Step] = Field(min_length=1)


class Coded(Model):
    """A code from 0 to 4 with its reason; no code where the evidence says nothing."""

    code: int | None = Field(ge=0, le=4)
    why: Words
    cite: Cites = []

    @model_validator(mode="after")
    def _supported(self) -> Coded:
        if self.code is not None and not self.cite:
            raise wrong("a code needs a citation", "Add `cite` with what it rests on, or write `code: null`.")
        return self


class Dimension(Model):
    """One dimension of the two offers."""

    id: Slug
    label: Words = Field(max_length=24)
    group: Group
    promise: Coded
    practice: Coded
    ours: Coded


class CompetingOffers(ChartData):
    """`competing-offers.yml`."""

    groups: dict[Group, Words]
    scale: list[Words] = Field(min_length=5, max_length=5, description="What the codes 0 to 4 mean.")
    dimensions: list[Dimension] = Field(min_length=10, max_length=10)

    @model_validator(mode="after")
    def _grouped(self) -> CompetingOffers:
        for i, one in enumerate(self.dimensions):
            if one.group not in self.groups:
                said = f"the group `{one.group}` has no words"
                raise wrong(said, f"Add `{one.group}:` to `groups`, or name another.", "dimensions", i, "group")
        return self


class Count(Mark):
    """People counted at a moment: `people`, or up to `upto`; neither where a place had closed."""

    moment: Slug
    people: int | None = Field(default=None, gt=0)
    upto: int | None = Field(default=None, gt=0)
    shown: Words = Field(max_length=14, description="The number as the source gives it, such as `about 24,000`.")
    comment: Words


class Series(Model):
    """The dated counts of one place or group of people."""

    id: Slug
    label: Words = Field(max_length=52)
    since: Slug | None = Field(default=None, description="The first moment at which there was anything to count.")
    until: Slug | None = None
    counts: list[Count] = Field(min_length=1)


class CampsAndDetention(ChartData):
    """`camps-and-detention.yml`."""

    moments: dict[Slug, Words] = Field(description="Columns of the picture in order of time; `undated` for counts without a date.")
    series: list[Series]

    @model_validator(mode="after")
    def _known(self) -> CampsAndDetention:
        for i, one in enumerate(self.series):
            named = {count.moment for count in one.counts} | {moment for moment in (one.since, one.until) if moment}
            if unknown := named - set(self.moments):
                raise wrong(f"the moment `{min(unknown)}` is not listed", "Name one that is, or list it.", "series", i)
            order = [name for name in self.moments if name != "undated"]
            if "undated" in (one.since, one.until) or (one.since and one.until and order.index(one.since) > order.index(one.until)):
                said, remedy = (
                    f"`{one.id}` does not begin at one moment and end at a later",
                    "Name moments with a date, `since` before `until`.",
                )
                raise wrong(said, remedy, "series", i)
        return self


class Trait(Mark):
    """What an affiliate took over, changed, or could not make work."""

    fate: Literal["taken-over", "changed", "failed"]
    label: Words


class Affiliate(Model):
    """A region, its place on the sheet (column and row from the north-west) and what is documented there."""

    id: Slug
    label: Words = Field(max_length=18)
    column: float = Field(ge=0, le=2)
    row: float = Field(ge=0, le=3)
    gist: Words = Field(max_length=38)
    traits: list[Trait]


class Affiliates(ChartData):
    """`affiliates.yml`."""

    affiliates: list[Affiliate] = Field(min_length=1)
