"""Waivers: `% review: allow R101 because …` above a block of a chapter, `# review: allow R301 because …` above a line of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE = re.compile(r"^\s*[%#]\s*review:\s*(?P<said>.*?)\s*$")
_SAID = re.compile(r"allow\s+(?P<rule>\S+)(\s+because\s+(?P<reason>\S.*))?")
_COMMENT = re.compile(r"^\s*([%#].*)?$")


@dataclass(frozen=True, order=True)
class Waiver:
    """A writer's leave to break one rule in the lines from `first` to `last`. Without a reason it counts for nothing."""

    file: str
    line: int
    rule: str
    reason: str
    first: int
    last: int

    def covers(self, file: str, anchor: int, names: Sequence[str]) -> bool:
        """Whether it stands for a finding of a rule that is called by one of `names`."""
        return bool(self.reason) and self.rule in names and file == self.file and self.first <= anchor <= self.last


def find_waivers(file: str, lines: Sequence[str], blocks: Sequence[tuple[int, int]] = ()) -> Iterator[Waiver]:
    """Every waiver in a file. With `blocks` it holds for the next of them, else for the next line that is no comment."""
    front_matter = next((i for i, line in enumerate(lines[1:], 2) if line == "---"), 0) if lines and lines[0] == "---" else 0
    for number, text in enumerate(lines, 1):
        match = _LINE.match(text)
        if not match:
            continue
        said = _SAID.fullmatch(match["said"])
        if blocks and number > front_matter:
            first, last = _next_block(number, blocks)
        else:
            first = last = _next_line(number, lines)
        yield Waiver(file, number, said["rule"] if said else "", (said["reason"] or "") if said else "", first, last)


def _next_block(number: int, blocks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    first = min((start for start, _ in blocks if start > number), default=0)
    return first, max((end for start, end in blocks if start == first), default=0)


def _next_line(number: int, lines: Sequence[str]) -> int:
    return next((i for i, line in enumerate(lines[number:], number + 1) if not _COMMENT.match(line)), 0)
