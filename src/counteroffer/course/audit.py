"""The explorer `offer-audit`: ten dimensions that a learner marks, and the competing offer coded for each phase."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, repeated, wrong
from counteroffer.course.phase_map import Phase

STEPS = 5
DIMENSIONS = 10
# What the two pages of the printed report have room for, in characters (tests/browser/test_audit.py prints the longest).
LONGEST = {"anchor": 120, "note": 170, "advice": 370, "first": 260, "limits": 380, "label": 24}
Short = Annotated[Words, Field(max_length=LONGEST["anchor"])]
Advice = Annotated[Words, Field(max_length=LONGEST["advice"])]
Note = Annotated[Words, Field(max_length=LONGEST["note"])]


class TheirCode(Model):
    """The competing offer on one dimension in one phase: a step from 0 to 4, or none where the evidence is silent.

    `basis` says whether the step is for what was kept, or for a promise of which the evidence does not say whether it was kept.
    """

    code: int | None = Field(ge=0, lt=STEPS)
    basis: Literal["kept", "promised"] | None = None
    note: Note
    cite: Cites = []
    contested: bool = False

    @model_validator(mode="after")
    def _supported(self) -> TheirCode:
        if self.code is None:
            if self.basis or self.contested:
                raise wrong(
                    "without a code there is no basis, and nothing to contest", "Take `basis` and `contested` out, or write a `code`."
                )
        elif not (self.cite and self.basis):
            raise wrong("a code needs a basis and a citation", "Add `basis: kept` or `basis: promised`, and `cite`; or write `code: null`.")
        return self


class IfBehind(Model):
    """What evidence suggests where our offer is behind, and the section of a unit that helps."""

    text: Advice
    cite: Cites = Field(min_length=1)
    unit: Slug
    section: Slug


class AuditDimension(Model):
    """One row of the sheet. `means` is said from the side of the person who might leave; `anchors` are the steps 0 to 4."""

    id: Slug
    label: Words = Field(max_length=LONGEST["label"])
    means: Short
    anchors: list[Short] = Field(min_length=STEPS, max_length=STEPS)
    offer: dict[Slug, TheirCode] = Field(description="The competing offer, by phase.")
    if_behind: IfBehind


class Suggestion(Model):
    """What the sheet suggests for our offer."""

    text: Words
    cite: Cites = []


class Audit(Model):
    """The file `assets/offer-audit.yml`."""

    explorer: Literal["offer-audit"]
    title: Words = Field(max_length=60)
    question: Words
    instruction: Words
    seeing: Words = Field(description="What the picture shows, and how to read it.")
    scale: list[Words] = Field(min_length=STEPS, max_length=STEPS, description="What the steps 0 to 4 mean on either side.")
    coding: Words
    phases: list[Phase] = Field(min_length=4, max_length=4)
    dimensions: list[AuditDimension] = Field(min_length=DIMENSIONS, max_length=DIMENSIONS)
    first: Words = Field(max_length=LONGEST["first"], description="What comes before the widest gap; stands on the report.")
    limits: Words = Field(max_length=LONGEST["limits"], description="What the report must not be taken for; stands on it.")
    assumptions: list[Words] = Field(min_length=1)
    leaves_out: list[Words] = Field(min_length=1)
    suggests: list[Suggestion] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Audit:
        phases = [phase.id for phase in self.phases]
        for i, one in enumerate(self.dimensions):
            if sorted(one.offer) != sorted(phases):
                said = f"the offer of `{one.id}` is coded for {', '.join(one.offer)}, and not for {', '.join(phases)}"
                raise wrong(said, "Code it once for each phase that is listed.", "dimensions", i, "offer")
        for what, names in (("phase", phases), ("dimension", [one.id for one in self.dimensions])):
            if twice := repeated(names):
                i, name = twice
                raise wrong(f"the {what} `{name}` stands twice", "Give one of the two another `id`.", f"{what}s", i, "id")
        return self

    def cites(self) -> list[str]:
        """Every fact id and source key that the sheet rests on, once, in order."""
        coded = [code.cite for one in self.dimensions for code in one.offer.values()]
        advised = [one.if_behind.cite for one in self.dimensions]
        suggested = [one.cite for one in self.suggests]
        return list(dict.fromkeys(cite for cites in (*coded, *advised, *suggested) for cite in cites))
