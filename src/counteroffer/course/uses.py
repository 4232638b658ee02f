"""What rests on a fact, a source, an objective or an item, wherever it is named: what to look at before one of them changes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counteroffer.course.catalogue import Catalogue
from counteroffer.course.diagnostics import Faults
from counteroffer.course.trace import headings_of
from counteroffer.course.units import Chapter
from counteroffer.course.yamlfile import Place, YamlFile

# Where a YAML file names what it rests on. The second group of keys holds relations between facts in which the named one lends no support.
_SUPPORT = frozenset({"cite", "rests_on", "source", "corroborated_by", "partly_supported_by"})
_MENTION = frozenset({"contested_by", "seed_refs", "objectives", "enemies"})
_NAMES = ("check", "case", "explorer", "chart", "session", "note", "agenda", "id", "term")
_PILOTS = ("pilots", "exercises/exam/pilots")


@dataclass(frozen=True, order=True)
class Use:
    """One place that names what was asked about: file below the root, line (from 1), in words what stands there, and by which fact."""

    file: str
    line: int
    what: str
    through: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" + (f" (by {self.through})" if self.through else "")


def uses(course: Catalogue, id_: str) -> list[Use]:
    """Every use of `id_`, in the order of files; of a source also what rests on its facts. Raises KeyError for an id that the course has not."""
    if id_ not in known(course):
        raise KeyError(id_)
    found = {*_named(course, id_, _SUPPORT | _MENTION), *_pilots(course.root, id_)}
    for fact in course.facts.values() if id_ in course.sources else ():
        if id_ in fact.source:
            found |= {Use(use.file, use.line, use.what, fact.id) for use in _named(course, fact.id, _SUPPORT | _MENTION)}
    return sorted(found)


def known(course: Catalogue) -> list[str]:
    """Every id that can be asked about."""
    items = (item.id for check in course.checks.values() for item in check.items)
    return [*course.facts, *course.sources, *course.objectives, *items]


def retracted(course: Catalogue, faults: Faults) -> None:
    """Note a fault at every place that still rests on a fact that no longer stands."""
    for fact, why in ((fact, fact.retracted) for fact in course.facts.values() if fact.retracted):
        for use in _named(course, fact.id, _SUPPORT):
            message = f"This rests on `{fact.id}`, which is retracted: {why.rstrip('.')}."
            remedy = "Rest it on another fact, or take the statement out; `counteroffer uses` lists every place."
            faults.add(course.root / use.file, use.line, "fact-retracted", message, remedy)


def _named(course: Catalogue, id_: str, keys: frozenset[str]) -> Iterator[Use]:
    for name, file in course.files.items():
        for where, told in _mentions(file.data, id_, keys):
            yield Use(name, file.line(where), told)
    for chapter in course.chapters.values():
        yield from _in_chapter(course, chapter, id_)
    for check in course.checks.values():
        # who shows a check shows its items
        if any(item.id == id_ for item in check.items):
            yield from _placed(course, "check", check.check)


def _mentions(part: Any, id_: str, keys: frozenset[str], where: Place = (), within: tuple[str, ...] = ()) -> Iterator[tuple[Place, str]]:
    """Each place in the plain data of a file where one of `keys` names `id_`, with what stands there in words."""
    if isinstance(part, dict):
        within = (*within, *_name_of(part, where))
        for key, value in part.items():
            if key in keys and id_ in (value if isinstance(value, list) else [value]):
                yield (*where, key), ", ".join(within) or str(key)
            else:
                yield from _mentions(value, id_, keys, (*where, key), within)
    elif isinstance(part, list):
        for index, one in enumerate(part):
            yield from _mentions(one, id_, keys, (*where, index), within)


def _name_of(part: dict[Any, Any], where: Place) -> list[str]:
    """What a part is called: by its id where it has one, else by its place in its list."""
    kind = next((str(key) for key in reversed(where) if isinstance(key, str)), "")
    if len(where) == 1 and "id" in part:
        return [f"fact {part['id']}"]  # the one kind of file that is a list of things with ids
    singular = {"entries": "entry", "meters": "meter", "evidence": "card", "background": "rule"}.get(kind, kind.removesuffix("s"))
    name = next((f"{key if not where else singular or key} {part[key]}" for key in _NAMES if isinstance(part.get(key), (str, int))), None)
    if name:
        return [name]
    return [f"{singular} {where[-1] + 1}"] if where and isinstance(where[-1], int) and singular else []


def _in_chapter(course: Catalogue, chapter: Chapter, id_: str) -> Iterator[Use]:
    file = _below(course, chapter.path)
    if chapter.front and id_ in chapter.front.objectives:
        line = chapter.file.line(("objectives",)) if isinstance(chapter.file, YamlFile) else 1
        yield Use(file, line, f"unit {chapter.front.number} {chapter.title}")
    cited = [one.line for one in chapter.references if one.kind == "cite" and id_ in one.target.split()]
    yield from (Use(file, line, _section(chapter, line)) for line in cited)


def _placed(course: Catalogue, kind: str, name: str) -> Iterator[Use]:
    for chapter in course.chapters.values():
        for one in chapter.references:
            if (one.kind, one.target) == (kind, name):
                yield Use(_below(course, chapter.path), one.line, _section(chapter, one.line))


def _section(chapter: Chapter, line: int) -> str:
    headings = headings_of(chapter)
    above = bisect_right([start for start, _ in headings], line) - 1
    section = f", {chapter.headings[headings[above][1]]}" if above > 0 else ""
    number = f"unit {chapter.front.number} " if chapter.front else ""
    return f"{number}{chapter.title}{section}"


def _pilots(root: Path, id_: str) -> Iterator[Use]:
    """Where the results of pilots name an id."""
    word = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    for path in _files(root / name for name in _PILOTS):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if word.search(line):
                yield Use(path.relative_to(root).as_posix(), number, "pilot")


def _files(folders: Iterable[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in {".csv", ".json", ".md", ".yml", ".html"}]


def _below(course: Catalogue, path: Path) -> str:
    return path.relative_to(course.root).as_posix()
