"""An xAPI statement as the course makes them (the parts of xAPI 1.0.3 that it uses)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

VERBS = "http://adlnet.gov/expapi/verbs/"
CARDS = "urn:counteroffer:cards"


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
    """A mark from 0 to 1."""

    scaled: float = Field(ge=0, le=1)


class Result(Part):
    """With what result; `response` is written as cmi.interaction writes it (`a[,]c`, `1[.]b`)."""

    response: str | None = None
    score: Score | None = None
    success: bool | None = None
    completion: bool | None = None
    extensions: dict[str, Any] = {}


class Statement(Part):
    """Who did what to which activity, with what result, and when."""

    id: UUID
    actor: Actor
    verb: Verb
    object: Activity
    result: Result = Result()
    timestamp: datetime

    def did(self, verb: str) -> bool:
        """Whether the statement's verb is ADL's `verb`."""
        return self.verb.id == VERBS + verb
