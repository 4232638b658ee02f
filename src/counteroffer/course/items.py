"""Items and checks: what every kind of item shares, and the registry that finds the kinds.

A kind is a folder below `kinds/` whose package defines `KIND`; nothing central names it.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Literal

from pydantic import Field

from counteroffer.course.base import Cites, Level, Model, Slug, Words
from counteroffer.language import Message

Response = str | list[str] | dict[str, Any]


class Remark(Model):
    """What an item says about one of its options: a verdict in words, the reason, and its support.

    `option` is the option's id in the learner's face; `label` is how the option is named in print ("A", "1").
    """

    option: str
    label: str
    verdict: Message
    text: str
    cite: Cites


class Feedback(Model):
    """A part of an item that the learner chooses or places, with the reason that it deserves."""

    text: Words
    feedback: Words
    cite: Cites = Field(min_length=1)


class ChoiceOption(Feedback):
    """An option to choose or tick; `key` marks a right one."""

    key: bool = False


class Item(Model):
    """What every item has. A kind adds its options, and says how they are keyed and remarked upon."""

    id: Slug
    kind: str
    objectives: list[str] = Field(min_length=1)
    level: Level
    section: Slug | None = Field(default=None, description="Anchor of the unit's section that helps with this item.")
    unit: Slug | None = Field(default=None, description="The unit that the item points at, where that is not the check's own.")
    vignette: Words | None = None
    stem: Words
    keep_order: bool = Field(
        default=False, description="The order of the options means something (amounts, dates), so it is never shuffled."
    )
    confidence: bool | None = Field(default=None, description="Whether to ask how sure the learner is; without it the check decides.")

    max_options: ClassVar[int] = 6

    def key(self) -> Response:
        """The keyed response, in the shape of a response."""
        raise NotImplementedError

    def remarks(self) -> list[Remark]:
        """One remark for each thing that can be chosen or placed."""
        raise NotImplementedError

    def cites(self) -> list[str]:
        """Every fact id and source key that the item's feedback rests on."""
        return [cite for remark in self.remarks() for cite in remark.cite]


def choice_remarks(options: list[ChoiceOption], right: Message, wrong: Message) -> list[Remark]:
    """One remark an option, its verdict `right` for a key and else `wrong`."""
    return [
        Remark(option=id_, label=id_.upper(), verdict=right if option.key else wrong, text=option.feedback, cite=option.cite)
        for id_, option in zip(letters(len(options)), options, strict=True)
    ]


class Check(Model):
    """A knowledge check: the items of one unit, or a set of items on one `scenario`. A `probe` comes before teaching and gives neutral feedback."""

    check: Slug
    title: Words
    mode: Literal["practice", "probe"] = "practice"
    scenario: Words | None = Field(default=None, description="A situation that all items share; such a set belongs to no single unit.")
    confidence: bool = Field(default=False, description="Whether its items ask how sure the learner is.")
    items: list[Any] = Field(min_length=1)


@dataclass(frozen=True)
class Kind:
    """A kind of item: its model, and how a response is marked. `item.html` in its folder is what stands inside the item's fieldset.

    `mark(key, response)` gives 0 to 1 and never fails on a response of the wrong shape: it is worth 0.
    `interaction` is the kind's xAPI interaction type.
    """

    name: str
    model: type[Item]
    mark: Callable[[Any, Any], float]
    interaction: Literal["choice", "sequencing", "matching", "likert", "other"]


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind of item, by name, found in the folder `kinds/`."""
    package = importlib.import_module("counteroffer.course.kinds")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg)
    found = [importlib.import_module(f"counteroffer.course.kinds.{name}").KIND for name in names]
    return {kind.name: kind for kind in found}


def letters(number: int) -> list[str]:
    """The ids of `number` options in the order in which they are shown: `a`, `b`, `c` and so on."""
    return [chr(97 + index) for index in range(number)]


def mixed(seed: str, texts: Sequence[str]) -> list[int]:
    """The indices of `texts` in an order that depends on `seed` and the texts alone, and is not the order given."""
    order = sorted(range(len(texts)), key=lambda i: hashlib.sha256(f"{seed}\n{texts[i]}".encode()).digest())
    return order[1:] + order[:1] if order == sorted(order) else order
