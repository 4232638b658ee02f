"""YAML with line numbers: the plain data of a file, and the line on which each part of it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
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
# How a slip is mended, by what the parser says of it (libyaml's words, and those of PyYAML's own); the first that fits.
_SLIPS = (
    (r"token\n *\t|tab character", "Indent with blanks; a tab does not count."),
    (r"quoted scalar.*(?:escape|hexadecimal)", r"Write `\\` for a backslash, or quote the text with '…'."),
    (r"quoted scalar", "Close the quotation mark that is opened here."),
    (r"flow sequence", "Close the bracket that is opened here by `]`, and part what it holds by commas."),
    (r"flow mapping", "Close the brace that is opened here by `}`, and part what it holds by commas."),
    (r"node content", "Close what is opened here by a bracket or a brace; a text that begins with one needs quotation marks."),
    (r"undefined alias|(?:alias|anchor).*expected", "Quote the text: one that begins with `*` or `&` is read as a reference."),
    (r"another document|document start", "Take out the line `---` and what follows it: a file holds one document."),
    (r"cannot start any token|directive", "Quote the text: it begins with a character that means something else."),
    (r"mapping values are not allowed.*\n.*:\s.*:\s", "Quote the text that has ': ' in it."),
    (r"expected key.*\n.*[\"'\]}]\s*[^\s,#]", "Put the whole text into quotation marks, or take out what follows the mark that closes."),
    (r"expected ':'", "Write `: ` after the key, or quote the text that begins above."),
    (r"", "Let keys and dashes of one level begin in one column, and what is inside them further in."),
)
# No file of a course has nearly so many parts; a few lines of aliases that name aliases can have millions.
_MOST_PARTS = 100_000
# Only what YAML 1.2 reads as a number or a truth value: "no", "1_000" and "12:30" stay texts.
_SCALARS = ((re.compile(r"[-+]?(0|[1-9]\d{0,17})"), int), (re.compile(r"[-+]?\d{1,17}\.\d{1,17}"), float))
_NAMED = {"true": True, "false": False, "null": None, "~": None, "": None}
# How a text is mended that has not the form which its pattern asks for.
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Write small letters and digits, with single hyphens between words, as in `two-doors`.",
    r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$": "Write the code of a language, as in `ar` or `pt-BR`.",
    r"^\d\.\d\d?$": 'Write the number of the part, a full stop and the number in the part, in quotation marks, as in `"2.10"`.',
    r"^20\d\d-(0[1-9]|1[0-2])$": "Write a year and a month, as in `2026-02`.",
    r"^20\d\d(-(0[1-9]|1[0-2]))?$": "Write a year, or a year and a month, as in `2014-06`.",
    r"^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$": "Write a year, a month or a day, as in `2014`, `2014-06` or `2014-06-10`.",
    r"^CO[1-9]$": "Write `CO` and a digit, as in `CO3`.",
    r"^CO[1-9]\.[a-z]$": "Write the outcome, a full stop and a small letter, as in `CO3.b`.",
    r"^([01]\d|2[0-3]):[0-5]\d$": "Write hours and minutes, as in `09:30`.",
    r"^[0-9a-f]{10}$": "Write the edition that `counteroffer uses ITEM` prints: ten digits and letters from `a` to `f`.",
}
# How a value is mended, by what pydantic calls its fault; the first that fits.
_REMEDIES = (
    ("string_type", "Write a text; one that looks like a number, a date or `true` needs quotation marks."),
    ("int|float", "Write a number, without words or quotation marks."),
    ("bool", "Write `true` or `false`."),
    ("list|tuple", "Write a list: each entry on a line of its own after `- `, or all in `[…]`."),
    ("dict|model", "Write keys and values, as in `key: value`."),
    ("greater|less", "Write a number within that limit."),
    ("too_|string_too_", "Add what is missing, or take out what is too much."),
    ("", "Write it as the file's schema in `assets/schemas` shows it."),
)


class YamlFile:
    """One file's data (`data`: plain dicts, lists and scalars), the `text` that it was read from, and where each part of it stands (`line`)."""

    def __init__(self, path: Path, data: Any, lines: dict[Place, int], text: str) -> None:
        self.path, self.data, self._lines, self.text = path, data, lines, text

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
        line, problem, remedy = _slip(error, source)
        faults.add(path, line + offset, "yaml-syntax", f"This is not YAML: {problem}.", remedy)
        return None
    return YamlFile(path, data, lines, source)


def _slip(error: yaml.YAMLError, source: str) -> tuple[int, str, str]:
    """The line of a slip, what the parser says of it, and how it is mended."""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    context = getattr(error, "context", None) or ""
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    # what was opened and never closed is the slip; where the parser noticed may be far below
    at = opened if opened and re.search("flow|quoted", context) else mark or opened
    line = at.line + 1 if at else 1
    if at and "node content" in problem:
        line = source.count("\n", 0, max(source.rfind(bracket, 0, at.index) for bracket in "[{")) + 1
    # the end of a file may be noticed on a line that it does not have
    lines = source.splitlines() or [""]
    line = min(line, len(lines))
    text = lines[line - 1]
    return line, problem, next(remedy for pattern, remedy in _SLIPS if re.search(pattern, f"{context} {problem}\n{text}"))


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
            place = (*(part for part in one["loc"] if isinstance(part, (str, int))), *one.get("ctx", {}).get("where", ()))
            if where[:1] == ("items",) and len(place) == 3 and one["type"] == "missing" and place[-1] in {"id", "right_id"}:
                message, remedy = (
                    f"{_say_place(place)} is missing.",
                    "Run `counteroffer ids --write`, or give it a short name from its words.",
                )
                faults.add(file.path, file.line(where + place), "id-missing", message, remedy)
                continue
            faults.add(file.path, file.line(where + place), "content-shape", *_say(one, _say_place(place)))
        return None


def _say_place(place: Place) -> str:
    words = [f"number {part + 1}" if isinstance(part, int) else f"`{part}`" for part in place]
    return " of ".join(reversed(words)) or "this"


def _say(error: ErrorDetails, name: str) -> tuple[str, str]:
    """What is wrong with a value, and how it is mended."""
    kind, told = error["type"], error.get("ctx", {})
    if kind == "missing":
        return f"{name} is missing.", "Add it."
    if kind == "extra_forbidden":
        return f"{name} is not a key that belongs here.", "Correct its spelling or take it out."
    if kind == "literal_error":
        return f"{name} is `{_as_yaml(error['input'])}`.", f"Write {_as_yaml(told['expected'])}."
    remedy = told.get("remedy") or FORMS.get(told.get("pattern", "")) or next(one for pattern, one in _REMEDIES if re.match(pattern, kind))
    return f"{name}: {error['msg'].removeprefix('Value error, ').rstrip('.')}.", remedy


def _as_yaml(value: object) -> str:
    """A value as an author writes it, where Python calls it otherwise."""
    return str(value).replace("True", "true").replace("False", "false").replace("None", "null")
