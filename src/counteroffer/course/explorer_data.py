"""What the data of every explorer says: which one it is for, the question that its picture answers, and what a room guesses."""

from __future__ import annotations

from pydantic import Field

from counteroffer.course.base import Model, Slug, Words

# On paper and on a wall an explorer is this many frames.
TOLD = 3


class Telling(Model):
    """A frame that a room guesses before it is shown: the setting, where it differs from the start, in words that need no controls, and what to guess."""

    setting: dict[Slug, Slug] = {}
    words: Words
    ask: Words


class ExplorerData(Model):
    """A file of `assets/explorers`."""

    explorer: Slug
    title: Words
    question: Words
    frames: list[Telling] = Field(
        min_length=TOLD, max_length=TOLD, description="What a room without the controls guesses and sees, in this order."
    )

    def offered(self) -> dict[str, list[str]]:
        """The ids of each control's settings, by the control's name."""
        raise NotImplementedError

    def cites(self) -> list[str]:
        """Everything that the explorer rests on, once, in order."""
        return list(dict.fromkeys(cite for _, cites in self.cited() for cite in cites))
