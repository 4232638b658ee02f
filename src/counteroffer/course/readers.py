"""Readers of the course's YAML files: each gives the models that could be read and notes a fault for the rest."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from counteroffer.course.base import Model
from counteroffer.course.diagnostics import Faults
from counteroffer.course.items import Check, Item, kinds
from counteroffer.course.yamlfile import YamlFile, read_yaml, validate

M = TypeVar("M", bound=Model)


def read_one(path: Path, model: type[M], faults: Faults, files: dict[str, YamlFile]) -> M | None:
    """A file that holds one `model`. The file is kept in `files` under its path below the root."""
    file = read_yaml(path, faults)
    if file is None:
        faults.lose(path)
        return None
    files[path.relative_to(faults.root).as_posix()] = file
    if not isinstance(file.data, dict):
        faults.add(path, 1, "content-shape", "This file should hold keys and values.", "Begin with a key, such as `title:`.")
        faults.lose(path)
        return None
    found = validate(model, file.data, file, faults)
    if found is None:
        faults.lose(path)
    return found


def read_list(path: Path, model: type[M], faults: Faults, files: dict[str, YamlFile]) -> list[M]:
    """A file that holds a list of `model`s; those that are wrong are noted and left out."""
    file = read_yaml(path, faults)
    if file is None:
        faults.lose(path)
        return []
    files[path.relative_to(faults.root).as_posix()] = file
    if not isinstance(file.data, list):
        faults.add(path, 1, "content-shape", "This file should hold a list.", "Begin each entry with `- `.")
        faults.lose(path)
        return []
    found = []
    for index, entry in enumerate(file.data):
        one = validate(model, entry, file, faults, (index,))
        if one:
            found.append(one)
        else:
            name = entry.get("id") or entry.get("term") if isinstance(entry, dict) else None
            faults.lose(path, *([str(name).lower()] if name else []))
    return found


def read_checks(paths: list[Path], faults: Faults, files: dict[str, YamlFile]) -> list[Check]:
    """Knowledge checks with their items, each item read by its kind."""
    checks = []
    for path in paths:
        check = read_one(path, Check, faults, files)
        if check is None:
            continue
        file = files[path.relative_to(faults.root).as_posix()]
        items = [_read_item(data, index, file, faults) for index, data in enumerate(check.items)]
        if None in items:
            faults.lose(path, "item")
        if check.check != path.stem:
            faults.lose(path, path.stem, check.check, "item")
            faults.add(
                path, file.line(("check",)), "check-file-name", f"The check is called `{check.check}`.", f"Name its file {check.check}.yml."
            )
        else:
            checks.append(check.model_copy(update={"items": [item for item in items if item]}))
    return checks


def _read_item(data: object, index: int, file: YamlFile, faults: Faults) -> Item | None:
    where = ("items", index)
    kind = data.get("kind") if isinstance(data, dict) else None
    known = kinds()
    if not isinstance(kind, str) or kind not in known:
        message = f"item number {index + 1} has no kind that is known ({kind!r})."
        faults.add(file.path, file.line((*where, "kind")), "item-kind", message, f"Set `kind` to one of {', '.join(known)}.")
        return None
    return validate(known[kind].model, data, file, faults, where)


def read_named(paths: list[Path], model: type[M], key: str, faults: Faults, files: dict[str, YamlFile]) -> dict[str, M]:
    """Models by their name (the field `key`), each in a file of its own name; those that are wrong are noted and left out."""
    found = {}
    for path in paths:
        one = read_one(path, model, faults, files)
        name = getattr(one, key, None)
        if one and name != path.stem:
            line = files[path.relative_to(faults.root).as_posix()].line((key,))
            faults.lose(path, path.stem, str(name))
            faults.add(path, line, f"{key}-file-name", f"The {key} is called `{name}`.", f"Name its file {name}.yml.")
        elif one:
            found[path.stem] = one
    return found
