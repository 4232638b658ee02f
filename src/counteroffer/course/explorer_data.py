"""What the data of every explorer says: which one it is for, and the question that its picture answers."""

from __future__ import annotations

from counteroffer.course.base import Model, Slug, Words


class ExplorerData(Model):
    """A file of `assets/explorers`."""

    explorer: Slug
    title: Words
    question: Words

    def cites(self) -> list[str]:
        """Everything that the explorer rests on, once, in order."""
        return list(dict.fromkeys(cite for _, cites in self.cited() for cite in cites))
