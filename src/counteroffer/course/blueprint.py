"""The blueprint of the examination: how many items serve each outcome, how many ask for more than knowing, and what passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import Field, model_validator

from counteroffer.course.base import Level, Model, wrong
from counteroffer.course.items import Check, Item

# Levels above remembering and understanding.
BEYOND: frozenset[Level] = frozenset({"apply", "analyse", "evaluate", "create"})


class Blueprint(Model):
    """The file `exercises/exam/blueprint.yml`. `minutes` is the time allowed, `pass_mark` a share from 0 to 1."""

    items: int = Field(ge=1)
    minutes: int = Field(ge=1, le=300)
    pass_mark: float = Field(gt=0, le=1)
    outcomes: dict[str, int] = Field(min_length=1, description="Items for each outcome.")
    apply_or_analyse: int = Field(ge=0, description="At least so many items ask to apply, analyse or evaluate.")
    set_items: int = Field(ge=0, description="So many items belong to one set on one situation.")
    random_at_most: float = Field(default=0.2, gt=0, le=1, description="The share of a form's marks that answers at random can expect.")
    exposure_at_most: float = Field(default=1, gt=0, le=1, description="The share of forms that any item outside sets may stand on.")
    difficulty_apart: float = Field(
        default=1, gt=0, description="So many marks may a form be easier or harder than an average one, as far as its items were measured."
    )
    retakes: int = Field(default=2, ge=0, le=99, description="So often one person may sit again.")
    retake_hours: int = Field(default=24, ge=0, le=8760, description="So many hours lie between two sittings of one person.")

    @model_validator(mode="after")
    def _adds_up(self) -> Blueprint:
        if sum(self.outcomes.values()) != self.items:
            said = f"the outcomes come to {sum(self.outcomes.values())} items, not to {self.items}"
            raise wrong(said, "Let the numbers of `outcomes` add up to `items`.", "outcomes")
        if min(self.outcomes.values()) < 1:
            raise wrong("no outcome may stand empty", "Ask for one item or more of each outcome that is named.", "outcomes")
        return self


def outcome_of(item: Item) -> str:
    """The outcome that an item counts for: that of its first objective."""
    return item.objectives[0].partition(".")[0]


def shortfalls(blueprint: Blueprint, checks: Iterable[Check]) -> Iterator[str]:
    """What the practice items lack for a form to be drawn from them, in words; nothing when a form can be drawn."""
    practice = [check for check in checks if check.mode == "practice"]
    single = [item for check in practice if not check.scenario for item in check.items]
    stock = Counter(map(outcome_of, single))
    for outcome, wanted in blueprint.outcomes.items():
        if stock[outcome] < wanted:
            yield f"{outcome} wants {wanted} practice items and has {stock[outcome]}"
    if sum(item.level in BEYOND for item in single) < blueprint.apply_or_analyse:
        yield f"fewer than {blueprint.apply_or_analyse} practice items apply or analyse"
    sets = [check for check in practice if check.scenario]
    if blueprint.set_items and not any(_fits(one, blueprint) for one in sets):
        yield f"no set on one situation has {blueprint.set_items} items that fit the outcomes"


def _fits(one: Check, blueprint: Blueprint) -> bool:
    count = Counter(map(outcome_of, one.items))
    return len(one.items) == blueprint.set_items and all(number <= blueprint.outcomes.get(name, 0) for name, number in count.items())
