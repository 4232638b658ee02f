"""Outcomes of the course and the objectives under them."""

from __future__ import annotations

from pydantic import Field

from counteroffer.course.base import Level, Model, Words


class Outcome(Model):
    """What a learner can do after the whole course (`CO1` to `CO6`)."""

    id: str = Field(pattern=r"^CO[1-9]$")
    text: Words
    level: Level


class Objective(Model):
    """What a learner can do after a unit; the part of its id before the dot is the outcome that it serves."""

    id: str = Field(pattern=r"^CO[1-9]\.[a-z]$")
    text: Words
    level: Level


class Objectives(Model):
    """The file `assets/objectives.yml`."""

    outcomes: list[Outcome]
    objectives: list[Objective]
