"""Items and checks: what every kind of item shares, and the registry that finds the kinds.

A kind is a folder below `kinds/` whose package defines `KIND`; nothing central names it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import Annotated, Any, ClassVar, Literal, Self, TypedDict

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from counteroffer.course.base import Cites, Level, Model, Slug, Words, repeated, wrong
from counteroffer.course.orders import shuffled
from counteroffer.language import Message

Response = str | list[str] | dict[str, Any]
# What a form sends: each field with its values.
Fields = Mapping[str, Sequence[str]]
Standing = Literal["open", "half", "answered"]
Edition = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{10}$")]

_PLACE_OR_KEY = re.compile(r"[a-z]|\d+|(answer|best|correct|key|option|right|wrong)(-?\w)?")


def _lasting(id_: str) -> str:
    if _PLACE_OR_KEY.fullmatch(id_):
        said = "an id is taken from the words, not from the place or the key: it outlives both"
        raise wrong(said, "Name it after a word or two of its text, or take it out and run `counteroffer ids --write`.")
    return id_


PartId = Annotated[Slug, AfterValidator(_lasting)]


class Scheme(TypedDict, total=False):
    """What marking knows of an item: its keyed response, and what its kind adds; `floor` is a fraction as a pair.

    `options`: how many there are to tick; `slack`: by how many steps a rating may differ and cost nothing.
    """

    key: Any
    floor: list[int]
    options: int
    slack: dict[str, int]


@dataclass(frozen=True)
class Line:
    """A line of boxes on a paper answer sheet, of which one is ticked, or `several`.

    `field` is what the item's form calls it, `boxes` what is printed on each box to the value that it stands for there; `label` stands before
    the line, `means` are the words of boxes that do not speak for themselves.
    """

    field: str
    label: str
    boxes: Mapping[str, str]
    several: bool = False
    means: Mapping[str, Message] = dataclass_field(default_factory=dict)


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
    """A part of an item that the learner chooses or places, with the reason that it deserves.

    `id` is unique in the item and never changes: responses, statements and translations know the part by it.
    """

    id: PartId
    text: Words
    feedback: Words
    cite: Cites = Field(min_length=1)


class ChoiceOption(Feedback):
    """An option to choose or tick; `key` marks a right one."""

    key: bool = False


class Wording(Model):
    """The text was mended and asks the same as before: answers to edition `same_as` still count.

    `now` is the edition that the mended text would have; it lapses when the text changes again.
    """

    same_as: Edition
    now: Edition


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
    enemies: list[Slug] = Field(default=[], description="Items that never stand on one form with this one: each would answer the other.")
    difficulty: float | None = Field(
        default=None, ge=0, le=1, description="The share of its marks that takers earned; empty until it was measured."
    )
    wording: Wording | None = Field(default=None, description="Says that a mended text asks the same as before.")

    max_options: ClassVar[int] = 6
    # the lists of parts that have ids
    parts: ClassVar[tuple[str, ...]] = ("options",)

    @model_validator(mode="after")
    def _ids_once(self) -> Item:
        if twice := repeated(self.part_ids()):
            raise wrong(f"the id `{twice[1]}` stands twice in this item", "Give one of the two another, taken from its words.")
        return self

    def shuffled(self, seed: str) -> Item:
        """The item with its options in an order of the seed's, unless their order means something.

        Who knows neither key nor seed learns nothing from the order: a server draws one for each candidate and keeps it.
        """
        if self.keep_order:
            return self
        listed = getattr(self, self.parts[0])
        order = shuffled(f"{seed} {self.id}", [part.id for part in listed])
        return self.model_copy(update={self.parts[0]: sorted(listed, key=lambda part: order.index(part.id))})

    def part_ids(self) -> list[str]:
        """The ids of everything that is chosen, rated, placed or matched."""
        parts = chain.from_iterable(getattr(self, name) for name in self.parts)
        return [getattr(part, name) for part in parts for name in type(part).model_fields if name in {"id", "right_id"}]

    def key(self) -> Response:
        """The keyed response, in the shape of a response."""
        raise NotImplementedError

    def rekeyed(self, key: Response) -> Self:
        """The same item with another keyed response: what was asked stays, only what is right of it changes.

        Raises ValueError where this item cannot have such a key.
        """
        if self.standing(key) != "answered":
            raise ValueError("a key is a whole answer")
        return self.model_validate({**self.model_dump(), **self._keyed(key)})

    def _keyed(self, key: Any) -> dict[str, Any]:
        """The fields in which `key`, a whole answer, stands."""
        raise NotImplementedError

    def scheme(self) -> Scheme:
        """The key, and what else the kind needs to mark by (all but the floor)."""
        return {"key": self.key()}

    def constants(self) -> Iterator[Response]:
        """Answers that no thought has gone into, the best of which earns nothing; none where right or not is all."""
        yield from ()

    def answers(self) -> Iterator[Response]:
        """Every complete answer: what one is drawn from that is given at random."""
        raise NotImplementedError

    def shares(self) -> Counter[Fraction]:
        """How many of all complete answers get each share of the item right."""
        scheme, raw = self.scheme(), kinds()[self.kind].raw
        return Counter(raw(scheme, answer) for answer in self.answers())

    def posted(self, fields: Fields) -> Response:
        """The response in the fields of the item's form as a browser without scripts sends it, perhaps unfinished; what is unknown is left out."""
        raise NotImplementedError

    def sheet(self) -> list[Line]:
        """The lines of a paper answer sheet for this item, its parts lettered and numbered as its HTML has them."""
        raise NotImplementedError

    def standing(self, response: Response | None) -> Standing:
        """How far a response is made. Raises ValueError for one that this item cannot have."""
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
        Remark(option=option.id, label=letter.upper(), verdict=right if option.key else wrong, text=option.feedback, cite=option.cite)
        for letter, option in zip(letters(len(options)), options, strict=True)
    ]


def choice_line(id_: str, options: Sequence[ChoiceOption], *, several: bool = False) -> Line:
    """One line with a box for each option."""
    return Line(id_, "", {letter.upper(): option.id for letter, option in zip(letters(len(options)), options, strict=True)}, several)


def choice_keys(options: list[ChoiceOption], chosen: Collection[str]) -> dict[str, Any]:
    """The field of options, of which those chosen are keyed."""
    return {"options": [{**option.model_dump(), "key": option.id in chosen} for option in options]}


def standing_of(given: Mapping[str, Any] | Collection[str], known: Collection[str], values: Collection[Any] | None = None) -> Standing:
    """How many of the `known` parts are `given`: none, some, or every one; and each with one of `values`, where there are any.

    Raises ValueError for a part or a value that is not known.
    """
    told = list(given.values()) if isinstance(given, Mapping) else []
    if not set(given) <= set(known) or (values is not None and any(one not in values for one in told)):
        raise ValueError("the item has no such part")
    return "open" if not given else "half" if len(set(given)) < len(known) else "answered"


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
    """A kind of item: its model, and how much of a response is right. `item.html` in its folder is what stands inside the item's fieldset.

    `raw(scheme, response)` gives 0 to 1 and never fails on a response of the wrong shape: it is worth 0 (see marking.py).
    `interaction` is the kind's xAPI interaction type, as its player has it.
    """

    name: str
    model: type[Item]
    raw: Callable[[Scheme, Any], Fraction]
    interaction: Literal["choice", "sequencing", "matching"]


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind of item, by name, found in the folder `kinds/`."""
    package = importlib.import_module("counteroffer.course.kinds")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg)
    found = [importlib.import_module(f"counteroffer.course.kinds.{name}").KIND for name in names]
    return {kind.name: kind for kind in found}


def letters(number: int) -> list[str]:
    """The labels of `number` options in the order in which they are shown: `a`, `b`, `c` and so on."""
    return [chr(97 + index) for index in range(number)]
