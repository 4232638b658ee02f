"""An xAPI statement as the course makes them (the parts of xAPI 1.0.3 that it uses)."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any, Self, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

T = TypeVar("T")

VERBS = "http://adlnet.gov/expapi/verbs/"
LOG = "urn:counteroffer:log"
EDITION = "urn:counteroffer:edition"
REPLACES = "urn:counteroffer:replaces"

# No place in a log lies further: one statement a second for thirty years comes to less. The script has the same bound, and says why.
MOST = 10**9


class Part(BaseModel):
    """A part of a statement; what others may have added to it is kept."""

    model_config = ConfigDict(extra="allow", frozen=True)


class Account(Part):
    """Who: a random name that this device gave itself."""

    homePage: str  # noqa: N815 (xAPI names it so)
    name: str


class Actor(Part):
    """The learner, known by an account alone: no name, no address."""

    account: Account


class Verb(Part):
    """What was done."""

    id: str = Field(pattern="^https?://")
    display: dict[str, str] = {}


class Activity(Part):
    """To what: `urn:counteroffer:` and the kind and id of a part of the course."""

    id: str = Field(pattern="^urn:counteroffer:")
    definition: dict[str, Any] = {}


class Score(Part):
    """A mark: `raw` of `max`, both integers; records of version 1 have the share from 0 to 1 alone."""

    scaled: float = Field(ge=0, le=1)
    raw: int | None = Field(default=None, ge=0)
    max: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if (self.raw is None) != (self.max is None) or (self.raw is not None and self.max is not None and self.raw > self.max):
            raise ValueError("`raw` and `max` stand together, and `raw` is at most `max`")
        return self

    @property
    def mark(self) -> Fraction:
        """The mark, exact where it was kept exactly; version 1 kept what a division had left."""
        if self.raw is not None and self.max is not None:
            return Fraction(self.raw, self.max)
        return Fraction(self.scaled).limit_denominator(120)


class Result(Part):
    """With what result; `response` is written as cmi.interaction writes it (`a[,]c`, `1[.]b`)."""

    response: str | None = None
    score: Score | None = None
    success: bool | None = None
    completion: bool | None = None
    extensions: dict[str, Any] = {}


class Place(Part):
    """Where a statement stands in the log: its order comes from this, not from any clock. What version 1 held counts up to nought."""

    device: str
    seq: int = Field(ge=-MOST, le=MOST)
    edition: str


# What is read of the extensions of a context, each as it must be; the script looks at the same (`valid.ts`).
_PLACE, _EDITION, _REPLACES = TypeAdapter(Place), TypeAdapter(str), TypeAdapter(list[str])
_EXTENSIONS: dict[str, TypeAdapter[Any]] = {LOG: _PLACE, EDITION: _EDITION, REPLACES: _REPLACES}


class Context(Part):
    """What a statement belongs to: the sitting (`registration`), the edition of what was answered, its place in the log."""

    registration: str | None = None
    extensions: dict[str, Any] = {}

    @property
    def edition(self) -> str:
        """The edition of the item or case that was answered; empty in records of version 1. Raises ValidationError, as the two below."""
        return self._read(EDITION, _EDITION) or ""

    @property
    def place(self) -> Place | None:
        """The place in the log; none in records of version 1."""
        return self._read(LOG, _PLACE)

    @property
    def replaces(self) -> list[str] | None:
        """The notes that a note takes the place of, by their statements' ids; none in records of version 1."""
        return self._read(REPLACES, _REPLACES)

    def sound(self) -> tuple[Context, list[str]]:
        """The same without the extensions that make no sense, and the names of those."""
        odd = [name for name, form in _EXTENSIONS.items() if not self._makes_sense(name, form)]
        kept = {name: value for name, value in self.extensions.items() if name not in odd}
        return self.model_copy(update={"extensions": kept}), odd

    def _read(self, name: str, form: TypeAdapter[T]) -> T | None:
        return form.validate_python(self.extensions[name], strict=True) if name in self.extensions else None

    def _makes_sense(self, name: str, form: TypeAdapter[Any]) -> bool:
        try:
            self._read(name, form)
        except ValidationError:
            return False
        return True


class Statement(Part):
    """Who did what to which activity, with what result, and when."""

    id: UUID
    actor: Actor
    verb: Verb
    object: Activity
    result: Result = Result()
    context: Context = Context()
    timestamp: datetime

    def did(self, verb: str) -> bool:
        """Whether the statement's verb is ADL's `verb`."""
        return self.verb.id == VERBS + verb
