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
from counteroffer.course.fingerprint import CONTENT, content_files
from counteroffer.course.trace import headings_of
from counteroffer.course.units import Chapter
from counteroffer.course.yamlfile import Place, YamlFile, read_yaml

# Relations between facts in which the named one lends no support. Under every other key, the next new one too, what names a fact rests on it.
_MENTION = frozenset({"contested_by", "seed_refs"})
_NAMES = ("check", "case", "explorer", "chart", "session", "note", "agenda", "id", "term")
# Keys under which a part says its own name.
_OWN = frozenset({"id", "check"})
_PILOTS = ("pilots", "exercises/exam/pilots")


@dataclass(frozen=True, order=True)
class Use:
    """One place that names what was asked about: file below the root, line (from 1), in words what stands there, and by which fact or set."""

    file: str
    line: int
    what: str
    through: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" + (f" (by {self.through})" if self.through else "")


def uses(course: Catalogue, id_: str) -> list[Use]:
    """Every use of `id_`, in the order of files; of a source also what rests on its facts. Raises KeyError for an id that the course has not."""
    files = _files(course)
    if id_ not in _known(course, files):
        raise KeyError(id_)
    found = {*_named(course, files, id_), *_shown(course, files, id_), *_pilots(course.root, id_)}
    for fact in course.facts.values() if id_ in course.sources else ():
        if id_ in fact.source:
            found |= {Use(use.file, use.line, use.what, fact.id) for use in _named(course, files, fact.id)}
    return sorted(found)


def known(course: Catalogue) -> list[str]:
    """Every id that can be asked about."""
    return _known(course, _files(course))


def retracted(course: Catalogue, faults: Faults, bank: Iterable[YamlFile] | None = None) -> None:
    """Note a fault at every place that still rests on a fact that no longer stands; with a `bank` that lies elsewhere, in its files alone."""
    gone = [(fact.id, fact.retracted) for fact in course.facts.values() if fact.retracted]
    files = [] if not gone else _files(course) if bank is None else list(bank)
    for id_, why in gone:
        found = {*_in_files(course, files, id_, support=True), *(_in_chapters(course, id_) if bank is None else ())}
        for use in found:
            message = f"This rests on `{id_}`, which is retracted: {why.rstrip('.')}."
            remedy = "Rest it on another fact, or take the statement out; `counteroffer uses` lists every place."
            faults.add(course.root / use.file, use.line, "fact-retracted", message, remedy)


def _files(course: Catalogue) -> list[YamlFile]:
    """Every YAML file of the course and of what stands beside it (certification bank, log of searches); one that cannot be read is left out."""
    read = {file.path: file for file in course.files.values()}
    others = (path for path in content_files(course.root, (*CONTENT, *_PILOTS)) if path.suffix == ".yml" and path not in read)
    beside = (read_yaml(path, Faults(course.root)) for path in sorted(set(others)))
    return [*read.values(), *(file for file in beside if file)]


def _known(course: Catalogue, files: Iterable[YamlFile]) -> list[str]:
    listed = (file.data["items"] for file in files if isinstance(file.data, dict) and isinstance(file.data.get("items"), list))
    items = (str(item["id"]) for one in listed for item in one if isinstance(item, dict) and "id" in item)
    return [*course.facts, *course.sources, *course.objectives, *items]


def _named(course: Catalogue, files: Iterable[YamlFile], id_: str) -> Iterator[Use]:
    yield from _in_files(course, files, id_)
    yield from _in_chapters(course, id_)


def _shown(course: Catalogue, files: Iterable[YamlFile], item: str) -> Iterator[Use]:
    """Where the check of an item stands: who shows a check shows its items."""
    for check in course.checks.values():
        if any(one.id == item for one in check.items):
            yield from _placed(course, "check", check.check)
            if check.scenario:
                # the check of a unit is called as the unit is, and what names the unit does not mean its check
                yield from (Use(use.file, use.line, use.what, check.check) for use in _in_files(course, files, check.check))


def _in_files(course: Catalogue, files: Iterable[YamlFile], id_: str, *, support: bool = False) -> Iterator[Use]:
    # most files name it nowhere; where a letter may stand as its number, one cannot know by the text
    for file in (one for one in files if id_ in one.text or "\\" in one.text):
        for where, told in _mentions(file.data, _word(id_), support):
            yield Use(_below(course, file.path), file.line(where), told)


def _mentions(
    part: Any, word: re.Pattern[str], support: bool, where: Place = (), within: tuple[str, ...] = ()
) -> Iterator[tuple[Place, str]]:
    """Each place in the plain data of a file that names an id, with what stands there in words.

    With `support`, not those that only speak of it: the id among other words, or in a relation that lends no support.
    """
    if isinstance(part, dict):
        within = (*within, *_name_of(part, where))
        for key, value in part.items():
            if word.fullmatch(str(key)):
                yield (*where, key), ", ".join(within)
            if key not in _OWN and not (support and key in _MENTION):
                yield from _mentions(value, word, support, (*where, key), within)
    elif isinstance(part, list):
        for index, one in enumerate(part):
            yield from _mentions(one, word, support, (*where, index), within)
    elif isinstance(part, str) and (word.fullmatch(part) if support else word.search(part)):
        yield where, ", ".join(within) or next((str(key) for key in reversed(where) if isinstance(key, str)), "")


def _name_of(part: dict[Any, Any], where: Place) -> list[str]:
    """What a part is called: by its id where it has one, else by its place in its list."""
    kind = next((str(key) for key in reversed(where) if isinstance(key, str)), "")
    if len(where) == 1 and "id" in part:
        # the one kind of file that is a list of things with ids
        return [f"fact {part['id']}"]
    singular = {"entries": "entry", "meters": "meter", "evidence": "card", "background": "rule"}.get(kind, kind.removesuffix("s"))
    # further down, such keys name other things
    names = ("id", "term") if where else _NAMES
    name = next((f"{key if not where else singular or key} {part[key]}" for key in names if isinstance(part.get(key), (str, int))), None)
    if name:
        return [name]
    return [f"{singular or 'entry'} {where[-1] + 1}"] if where and isinstance(where[-1], int) else []


def _in_chapters(course: Catalogue, id_: str) -> Iterator[Use]:
    for chapter in course.chapters.values():
        file = _below(course, chapter.path)
        if chapter.front and chapter.file:
            named = _mentions(chapter.file.data, _word(id_), support=True)
            yield from (Use(file, chapter.file.line(where), f"unit {chapter.front.number} {chapter.title}") for where, _ in named)
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
    for path in content_files(root, _PILOTS):
        if path.suffix in {".csv", ".json", ".md", ".html"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            for number, line in enumerate(text.splitlines() if id_ in text else (), 1):
                if _word(id_).search(line):
                    yield Use(path.relative_to(root).as_posix(), number, "pilot")


def _word(id_: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")


def _below(course: Catalogue, path: Path) -> str:
    return (path.relative_to(course.root) if path.is_relative_to(course.root) else path).as_posix()
