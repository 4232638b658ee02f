"""Items made for tests, each labelled with the rules that must fire on it, and how well the rules do on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from counteroffer.course.items import Item, kinds
from counteroffer.review.items.bank import Place, duplicates, key_position
from counteroffer.review.items.flaw import ItemRule
from counteroffer.review.items.without_course import untaught
from counteroffer.review.rule import rules

FOLDER = Path(__file__).parent / "fixtures"
HELD_OUT = "held-out"
# What a rule must reach on the labelled items: of what it finds, how much is a flaw; of the flaws, how many it finds.
PRECISION, RECALL = 0.9, 0.8
SOURCE = "made-01"


@dataclass(frozen=True)
class Tally:
    """How a rule did: flaws found, good items that it took for flawed, flaws missed; `slips` names the last two."""

    rule: str
    hits: int
    false: int
    missed: int
    slips: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.false) if self.hits + self.false else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0


def names() -> list[str]:
    """Every family's name."""
    return sorted(path.stem for path in FOLDER.glob("*.yml"))


@lru_cache(maxsize=1)
def families() -> dict[str, list[dict[str, Any]]]:
    """Every family's entries as they stand in its file."""
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))}


def tallies(*named: str) -> list[Tally]:
    """How every rule that has labelled items in some families (or in any) does on all items of those."""
    outcome = {id_: one for name, family in _outcomes().items() if name in named or not named for id_, one in family.items()}
    done = []
    for rule in sorted({flaw for wanted, _ in outcome.values() for flaw in wanted}):
        counted = Counter((rule in wanted, rule in got) for wanted, got in outcome.values())
        slips = tuple(name for name, (wanted, got) in outcome.items() if (rule in wanted) != (rule in got))
        done.append(Tally(rule, counted[True, True], counted[False, True], counted[True, False], slips))
    return done


@lru_cache(maxsize=1)
def _outcomes() -> dict[str, dict[str, tuple[set[str], set[str]]]]:
    """For each family, by id, the rules that must fire on an entry and those that do."""
    return {name: {entry["id"]: (set(entry["flaws"]), set(fired(entry))) for entry in family} for name, family in families().items()}


def table() -> Iterator[str]:
    """How every rule does, a line each, and all of them on the items that were held out."""
    yield "rule                 precision  recall   found  false  missed"
    for one in tallies():
        yield f"{one.rule:20} {one.precision:9.2f} {one.recall:7.2f} {one.hits:7} {one.false:6} {one.missed:7}"
    held = tallies(HELD_OUT)
    hits, false, missed = (sum(counts) for counts in zip(*((one.hits, one.false, one.missed) for one in held), strict=True))
    yield f"{'held out, all rules':20} {hits / (hits + false):9.2f} {hits / (hits + missed):7.2f} {hits:7} {false:6} {missed:7}"


def fired(entry: dict[str, Any]) -> Iterator[str]:
    """The names of the rules that find something in an entry."""
    if "keys" in entry:
        places: Counter[Place] = Counter((ord(one) - 97,) for one in entry["keys"])
        yield from ("key-position" for _ in key_position({("single", entry["options"], 1): places}))
    elif "items" in entry:
        items = [_from_line(f"{entry['id']}-{i}", line) for i, line in enumerate(entry["items"])]
        yield from ("item-duplicate" for _ in duplicates(items))
    else:
        item = read_item(entry)
        yield from (rule.name for rule in rules("items") if isinstance(rule, ItemRule) and any(True for _ in rule.judge(item)))
        yield from ("untaught" for _ in untaught(item, set(entry.get("taught", [SOURCE]))))


def read_item(entry: dict[str, Any]) -> Item:
    """An entry as an item of its kind."""
    data: dict[str, Any] = {key: entry[key] for key in ("id", "kind", "stem", "vignette") if key in entry}
    cite = entry.get("cite", [SOURCE])
    for key in ("options", "entries", "extra"):
        if key in entry:
            first = 10 if key == "extra" else 0
            data[key] = [_part(text, i, cite, rated=entry["kind"] == "judgement") for i, text in enumerate(entry[key], first)]
    if "pairs" in entry:
        data["pairs"] = [_pair(pair, i, cite) for i, pair in enumerate(entry["pairs"])]
    return kinds()[entry["kind"]].model.model_validate({"objectives": ["T1"], "level": "apply", **data})


def _part(text: str, index: int, cite: list[str], *, rated: bool) -> dict[str, Any]:
    said, _, feedback = text.partition(" => ")
    part: dict[str, Any] = {"id": f"part-{index}", "text": said, "feedback": feedback or _reason(index), "cite": cite}
    if said.startswith("+ "):
        part |= {"text": said[2:], "key": True}
    elif rated:
        part |= {"text": said[2:], "defensibility": int(said[0])}
    return part


def _pair(pair: list[str], index: int, cite: list[str]) -> dict[str, Any]:
    return {
        "id": f"left-{index}",
        "left": pair[0],
        "right_id": f"partner-{index}",
        "right": pair[1],
        "feedback": pair[2] if len(pair) > 2 else _reason(index),
        "cite": cite,
    }


def _reason(index: int) -> str:
    return f"Reason number {index + 1} says why this stands where it does."


def _from_line(name: str, line: str) -> Item:
    stem, key, *others = line.split(" | ")
    return read_item({"id": name, "kind": "single", "stem": stem, "options": [f"+ {key}", *others]})
