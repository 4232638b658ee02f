"""The examiner's manual and the README name commands that exist, with options that they have, and the manual names every one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from counteroffer.cli import app

ROOT = Path(__file__).parents[2]
MANUAL = "chapters/practice/examiners-manual.md"


def lines(page: str) -> Iterator[list[str]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    for line in re.findall(r"^ {4,}counteroffer (.+)$", text, re.MULTILINE):
        # what it does may stand behind it, at a distance
        yield shlex.split(line.partition("  ")[0])


@pytest.mark.parametrize("page", [MANUAL, "README.md"])
def test_commands_and_options_are_there(page: str) -> None:
    found = [*lines(page)]
    assert len(found) > 8
    for words in found:
        command = get_command(app)
        rest = [*words]
        while rest and hasattr(command, "commands"):
            command = command.commands[rest.pop(0)]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= known, words


def test_the_manual_names_every_command_of_an_examination() -> None:
    group = get_command(app).commands["exam"]  # type: ignore[attr-defined]
    said = {words[1] for words in lines(MANUAL) if words[0] == "exam"}
    assert said == set(group.commands)
