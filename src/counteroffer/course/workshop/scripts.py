"""Questions with the answers that are likely, and the question that follows each."""

from __future__ import annotations

from pydantic import Field, model_validator

from counteroffer.course.base import Cites, Model, Slug, Words, wrong


class Reply(Model):
    """An answer that is likely, and what is asked next. An `unwelcome` one is hostile, flippant, or more personal than a room can hold.

    `to` names the option of a decision that it speaks for.
    """

    likely: Words
    next: Words
    to: Slug | None = None
    unwelcome: bool = False


class Question(Model):
    """A question to say aloud, with two to five likely answers, one of them unwelcome at least."""

    ask: Words
    answers: list[Reply] = Field(min_length=2, max_length=5)

    @model_validator(mode="after")
    def _ready_for_the_worst(self) -> Question:
        if not any(reply.unwelcome for reply in self.answers):
            said = "none of the likely answers is unwelcome"
            raise wrong(said, "Add the one that a room fears, with `unwelcome: true` and what is said to it.", "answers")
        return self


class Misreading(Model):
    """What rooms take from the matter wrongly, and what sets it right."""

    said: Words
    right: Words
    cite: Cites = []


class Documented(Model):
    """A part of a case that sources document."""

    text: Words
    cite: Cites = Field(min_length=1)
