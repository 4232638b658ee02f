"""Spelling: codespell's list of known errors, and British forms throughout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable

from counteroffer.review.manuscript import Manuscript
from counteroffer.review.rule import Finding, Rule, at
from counteroffer.review.wordlists import read

_SAID = re.compile(r"^(?P<number>\d+): .*\n\t(?P<wrong>\S+) ==> (?P<right>.+)$", re.MULTILINE)


def _misspelt(manuscript: Manuscript) -> Iterable[Finding]:
    """One run of codespell over all texts, one text a line."""
    passages = list(manuscript.passages())
    lines = "".join(" ".join(one.blanked("code_inline").split("\n")) + "\n" for one in passages)
    ignored = ",".join(read("spelling")["ignore"])
    command = [sys.executable, "-m", "codespell_lib", "--builtin", "clear", "-L", ignored, "-"]
    run = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=False)
    if run.returncode not in (0, os.EX_DATAERR):
        raise RuntimeError(f"codespell could not be run: {run.stderr.strip()}")
    for match in _SAID.finditer(run.stdout):
        passage = passages[int(match["number"]) - 1]
        offset = passage.text.find(match["wrong"])
        yield at(passage, max(offset, 0), f"“{match['wrong']}” is misspelt.", f"Write “{match['right']}”.")


def _american(manuscript: Manuscript) -> Iterable[Finding]:
    pairs: dict[str, str] = read("spelling")["american"]
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(pairs, key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE)
    for passage in manuscript.passages():
        for match in pattern.finditer(passage.text):
            if not match[0].islower() and match[0] != match[0].capitalize():
                continue
            in_a_name = match[0][0].isupper() and not re.search(r"(?:^|[.!?:*“\"] ?)$", passage.text[: match.start()])
            if not in_a_name and not passage.mentions(match.start(), match.end()):
                yield at(passage, match.start(), f"“{match[0]}” is American spelling.", f"Write “{pairs[match[0].lower()]}”.")


RULES = [
    Rule("R601", "spelling", "warning", "An error costs a second-language reader a look in the dictionary.", _misspelt),
    Rule("R602", "spelling-american", "warning", "One spelling throughout, so that a search finds a word.", _american),
]
