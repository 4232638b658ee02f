"""YAML with line numbers: the plain data of a file, and the line on which each part of it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from counteroffer.course.diagnostics import Faults
from counteroffer.course.textfile import read_text

M = TypeVar("M", bound=BaseModel)
Place = tuple[str | int, ...]

# libyaml's parser where the wheel has it: about ten times as fast
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# No text of a course nests deeper; a file that does is refused before it can exhaust the stack.
_DEEPEST = 40
_TOO_DEEP = f"This nests deeper than {_DEEPEST} levels or refers to itself"
_PARSER_DEEPEST = 400
# What a node is called where its author has not called it otherwise.
_PLAIN_TAGS = tuple(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
)
_BRACKETS = re.compile(r"[\[\]{}]")
_STEPS = re.compile(r"(?:[-?:][ \t]+){400}")
# No file of a course has nearly so many parts; a few lines of aliases that name aliases can have millions.
_MOST_PARTS = 100_000
# Only what YAML 1.2 reads as a number or a truth value: "no", "1_000" and "12:30" stay texts.
_SCALARS = ((re.compile(r"[-+]?(0|[1-9]\d{0,17})"), int), (re.compile(r"[-+]?\d{1,17}\.\d{1,17}"), float))
_NAMED = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlFile:
    """One file's data (`data`: plain dicts, lists and scalars) and where each part of it stands (`line`)."""

    def __init__(self, path: Path, data: Any, lines: dict[Place, int]) -> None:
        self.path, self.data, self._lines = path, data, lines

    def line(self, where: Place = ()) -> int:
        """The line (from 1) of the part at `where`, or of its nearest parent that is in the file."""
        while where and where not in self._lines:
            where = where[:-1]
        return self._lines.get(where, 1)


class _Refused(Exception):  # noqa: N818 (never leaves this module)
    """Well-formed YAML that no course file needs."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


def read_yaml(path: Path, faults: Faults, text: str | None = None, offset: int = 0) -> YamlFile | None:
    """Read `path` (or `text`, which starts `offset` lines into it). A fault is noted, and None returned, if it is not YAML."""
    source = read_text(path, faults) if text is None else text
    if source is None:
        return None
    lines: dict[Place, int] = {}
    try:
        _shallow(source, offset)
        data = _plain(yaml.compose(source, Loader=_LOADER), (), lines, offset)
    except _Refused as refused:
        faults.add(path, refused.line, "yaml-syntax", f"{refused}.", "Write plain keys, lists and texts.")
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        line = (mark.line + 1 if mark else 1) + offset
        remedy = "Mind the indentation; quote a text that has ': ' in it."
        faults.add(path, line, "yaml-syntax", f"This is not YAML: {problem}.", remedy)
        return None
    return YamlFile(path, data, lines)


def _shallow(source: str, offset: int) -> None:
    """Refuse what would exhaust the parser's own stack; it is written in C, and would end the process."""
    depth = 0
    for bracket in _BRACKETS.finditer(source):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _PARSER_DEEPEST:
            raise _Refused(source.count("\n", 0, bracket.start()) + 1 + offset, _TOO_DEEP)
    if steps := _STEPS.search(source):
        raise _Refused(source.count("\n", 0, steps.start()) + 1 + offset, _TOO_DEEP)


def _plain(node: Node | None, where: Place, lines: dict[Place, int], offset: int) -> Any:
    """The data of a node, the line of each of its parts noted in `lines`."""
    if node is None:
        return None
    line = node.start_mark.line + 1 + offset
    lines.setdefault(where, line)
    if len(where) > _DEEPEST:
        raise _Refused(line, _TOO_DEEP)
    if len(lines) > _MOST_PARTS:
        raise _Refused(line, f"This unfolds to more than {_MOST_PARTS:,} parts")
    if not node.tag.startswith(_PLAIN_TAGS):
        raise _Refused(line, f"The tag `{node.tag.replace('tag:yaml.org,2002:', '!!')}` stands here")
    if isinstance(node, SequenceNode):
        return [_plain(part, (*where, index), lines, offset) for index, part in enumerate(node.value)]
    if isinstance(node, MappingNode):
        return _mapping(node, where, lines, offset)
    return _scalar(node) if isinstance(node, ScalarNode) else None


def _mapping(node: MappingNode, where: Place, lines: dict[Place, int], offset: int) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1 + offset
        if not isinstance(key_node, ScalarNode):
            raise _Refused(line, "A key is a list or a mapping")
        key = str(key_node.value)
        if key in found:
            raise _Refused(line, f"The key `{key}` stands twice here")
        lines[(*where, key)] = line
        found[key] = _plain(value, (*where, key), lines, offset)
    return found


def _scalar(node: ScalarNode) -> Any:
    text = str(node.value)
    if node.style in ("|", ">", '"', "'"):
        return text
    if text.lower() in _NAMED:
        return _NAMED[text.lower()]
    return next((kind(text) for pattern, kind in _SCALARS if pattern.fullmatch(text)), text)


def validate(model: type[M], data: Any, file: YamlFile, faults: Faults, where: Place = ()) -> M | None:
    """`data` (the part of `file` at `where`) as a `model`; each thing wrong with it becomes a fault, and None is returned."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            place = tuple(part for part in one["loc"] if isinstance(part, (str, int)))
            if where[:1] == ("items",) and len(place) == 3 and one["type"] == "missing" and place[-1] in {"id", "right_id"}:
                message, remedy = (
                    f"{_say_place(place)} is missing.",
                    "Run `counteroffer ids --write`, or give it a short name from its words.",
                )
                faults.add(file.path, file.line(where + place), "id-missing", message, remedy)
                continue
            faults.add(file.path, file.line(where + place), "content-shape", *_say(one["type"], _say_place(place), str(one["msg"])))
        return None


def _say_place(place: Place) -> str:
    words = [f"number {part + 1}" if isinstance(part, int) else f"`{part}`" for part in place]
    return " of ".join(reversed(words)) or "this"


def _say(kind: str, name: str, message: str) -> tuple[str, str]:
    if kind == "missing":
        return f"{name} is missing.", "Add it."
    if kind == "extra_forbidden":
        return f"{name} is not a key that belongs here.", "Correct its spelling or take it out."
    return f"{name}: {message.removeprefix('Value error, ').rstrip('.')}.", "Correct it; the schemas in assets/schemas say what fits."
