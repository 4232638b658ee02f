"""The page of faults tells the truth: every test that it names is there, and every fault has one or a reason."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/faults.md").read_text(encoding="utf-8")
# the last cell of each row that follows a table's head
HELD = [line.removesuffix(" |").rpartition(" | ")[2] for line in PAGE.splitlines() if re.match(r"\| (?!\||fault \|)", line)]


def there(named: str) -> bool:
    """Whether a test stands in the file that is named with it, as `FILE.py::NAME` or `FILE.test.ts: "NAME"`."""
    if python := re.fullmatch(r"(tests/[\w/]+\.py)::(test_\w+)", named):
        path, test = ROOT / python[1], rf"^(?:async )?def {python[2]}\("
    elif script := re.fullmatch(r'(web/src/[\w/-]+\.test\.ts): "(.+)"', named):
        path, test = ROOT / "src/counteroffer" / script[1], rf'^\s*test\((["`]){re.escape(script[2])}\1,'
    else:
        return False
    return path.is_file() and re.search(test, path.read_text(encoding="utf-8"), re.MULTILINE) is not None


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`((?:tests|web/src)/[^`]+)`", PAGE)
    assert len(named) > 150
    assert [one for one in named if not there(one)] == []


def test_every_fault_has_a_test_or_a_reason() -> None:
    assert [one for one in HELD if not re.match(r"`(?:tests|web/src)/|\*\*no test\*\*.{30}", one)] == []
    assert re.findall(r"^\| R(\d+) \|", PAGE, re.MULTILINE) == [str(number) for number in range(1, 24)]
