"""The lists that editors keep: `data/*.yml`, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True)
class Phrase:
    """A pattern to look for, why it matters and what to write instead; `unless` other words stand in the same passage."""

    pattern: re.Pattern[str]
    why: str
    instead: str
    unless: re.Pattern[str] | None = None


@lru_cache(maxsize=32)
def read(name: str) -> Any:
    """The data of one list."""
    return yaml.safe_load(resources.files("counteroffer.review").joinpath("data", f"{name}.yml").read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def phrases(name: str) -> tuple[Phrase, ...]:
    """A list of phrases. `{people}` in a pattern stands for the list's own `people`."""
    data = read(name)
    people = "|".join(data.get("people", []))
    return tuple(
        Phrase(
            re.compile(one["find"].replace("{people}", f"(?:{people})"), 0 if one.get("exact_case") else re.IGNORECASE),
            one["why"],
            one["instead"],
            re.compile(one["unless"], re.IGNORECASE) if "unless" in one else None,
        )
        for one in data["phrases"]
    )


@lru_cache(maxsize=32)
def any_of(name: str, key: str) -> re.Pattern[str]:
    """One pattern that finds any of a list of patterns as whole words, whatever their case."""
    return re.compile(r"(?<!\w)(?:" + "|".join(read(name)[key]) + r")(?!\w)", re.IGNORECASE)
