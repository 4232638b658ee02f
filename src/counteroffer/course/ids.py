"""Missing ids of options, entries, pairs and extras: proposed from the words, and written between the lines that stand there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from counteroffer.course.items import kinds

# In each part of an item, the key that names the part and the text that its name is taken from.
_NAMED = (("id", "text"), ("id", "left"), ("right_id", "right"))
_LONGEST = 24
_EMPTY_WORDS = """\
    a about after again all also an and any are as at be because been before being both but by can come comes could did do does
    done down each every first for from get go goes had has have he her here him his how i if in into is it its just keep let like
    make many may me more most much must my never no not now of off on once one only or other our out over own said same say says
    she should since so some still such take than that the their them then there these they this those through to too two under
    until up upon us very was we were what when where which while who whom whose why will with within without would yet you
    your"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, order=True)
class Missing:
    """A part without an id: `id` is proposed for it. `line` and `column` (from 0) are where the key before which it goes stands."""

    line: int
    column: int
    item: str
    name: str
    id: str
    flow: bool

    def insertion(self) -> str:
        """What to write there."""
        return f"{self.name}: {self.id}, " if self.flow else f"{self.name}: {self.id}\n{' ' * self.column}"


def missing(text: str) -> list[Missing]:
    """The parts without an id in a file of items, in the order of the file. A file that is not YAML lacks none."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return []
    lists = sorted({name for kind in kinds().values() for name in kind.model.parts})
    return sorted(one for item in _parts(_value(root, "items")) for one in _of_item(item, lists))


def with_ids(text: str) -> str:
    """The file with every missing id written; all else as it stood."""
    lines = text.splitlines(keepends=True)
    for one in reversed(missing(text)):
        line = lines[one.line]
        lines[one.line] = line[: one.column] + one.insertion() + line[one.column :]
    return "".join(lines)


def files_of_items(root: Path) -> list[Path]:
    """The YAML files below `root` that hold items: checks and, where there is one, the bank of the examination."""
    folders = (root / "exercises" / "checks", root / "exercises" / "exam" / "bank")
    return [path for folder in folders for path in sorted(folder.glob("*.yml"))]


def _of_item(item: MappingNode, lists: list[str]) -> Iterator[Missing]:
    parts = [part for name in lists for part in _parts(_value(item, name))]
    named = [(part, name, told) for part in parts for name, told in _NAMED if isinstance(_value(part, told), ScalarNode)]
    taken = {str(node.value) for part, name, _ in named if isinstance(node := _value(part, name), ScalarNode)}
    texts = [str(_scalar(part, told)) for part, _, told in named]
    spread = Counter(word for text in texts for word in set(_words(text)))
    for (part, name, told), text in zip(named, texts, strict=True):
        if _value(part, name) is not None:
            continue
        id_ = _free(text, spread, taken)
        taken.add(id_)
        before = part.value[0][0] if name == "id" else next(key for key, _ in part.value if key.value == told)
        mark = before.start_mark
        yield Missing(mark.line, mark.column, _scalar(item, "id"), name, id_, bool(part.flow_style))


def _free(text: str, spread: Counter[str], taken: set[str]) -> str:
    """Two or three words of the text that tell it from its neighbours, in the order of the text."""
    words = list(dict.fromkeys(_words(text)))
    own = [word for word in words if spread[word] == 1]
    best = [*own, *(word for word in words if word not in own)]
    for number in (2, 3, *range(4, len(words) + 1)):
        chosen = set(best[:number])
        id_ = "-".join(word for word in words if word in chosen)
        while len(id_) > _LONGEST and "-" in id_:
            id_ = id_.rpartition("-")[0]
        if id_ and id_ not in taken:
            return id_ if re.search(r"[a-z]{2}", id_) else f"n{id_}"
    return next(
        f"{words[0] if words else 'text'}-{mark}" for mark in _marks(text) if f"{words[0] if words else 'text'}-{mark}" not in taken
    )


def _marks(text: str) -> Iterator[str]:
    """Short names for texts that words cannot tell apart (or that are written in letters other than a to z)."""
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    yield from (digest[start : start + 4] for start in range(60))


def _words(text: str) -> list[str]:
    ascii_only = unicodedata.normalize("NFKD", text).replace("’", "'").encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"'s?\b", "", ascii_only)
    found = [word for word in re.findall(r"[a-z0-9]+", plain) if len(word) > 1 or word.isdigit()]
    return [word for word in found if word not in _EMPTY] or found


def _value(node: Node | None, name: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    return next((value for key, value in node.value if isinstance(key, ScalarNode) and key.value == name), None)


def _scalar(node: MappingNode, name: str) -> str:
    value = _value(node, name)
    return str(value.value) if isinstance(value, ScalarNode) else ""


def _parts(node: Node | None) -> list[MappingNode]:
    return [part for part in node.value if isinstance(part, MappingNode)] if isinstance(node, SequenceNode) else []
