"""Ids that are missing are asked for, proposed from the words, and written without touching anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import CourseError, load_course
from counteroffer.course.ids import missing, with_ids
from tests.conftest import ROOT

CHECK = "exercises/checks/first-unit.yml"

FILE = """\
# What the check is about.
items:
- id: one-item
  kind: single
  options:
  # review: allow R705 because it is quoted
  - text: >-
      Pay the men # on the day
    feedback: "Yes: on the day."
  - {text: 'Pay the men in a month', feedback: No.}   # kept
  - feedback: No.
    text: Pay the men tomorrow
    id: pay-late
- id: other
  kind: matching
  pairs:
  - {left: Seeds and hoes, right: Food, feedback: f}
  - left: A roof
    right: "2014"
  extra:
  - {text: توبة, feedback: f}
"""


def test_only_lines_with_new_ids_change() -> None:
    written = with_ids(FILE)
    assert with_ids(written) == written
    assert missing(written) == []
    parsed, before = yaml.safe_load(written), yaml.safe_load(FILE)
    one, other = parsed["items"]
    assert [option.pop("id") for option in one["options"]] == ["pay-day", "pay-month", "pay-late"]
    assert [(pair.pop("id"), pair.pop("right_id")) for pair in other["pairs"]] == [("seeds-hoes", "food"), ("roof", "n2014")]
    assert other["extra"][0].pop("id").startswith("text-")
    before["items"][0]["options"][2].pop("id")
    assert parsed == before
    lost = [line for line in FILE.splitlines() if line not in written.splitlines()]
    assert [line.strip()[:8] for line in lost] == ["- text: ", "- {text:", "- {left:", "- left: ", "- {text:"], "comments and folds stand"
    assert "  - id: pay-day\n    text: >-\n" in written


def test_check_asks_for_ids_and_the_command_writes_them(small: Path) -> None:
    path = small / CHECK
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("{id: wait, ", "{").replace("right_id: two, ", ""), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_course(small)
    lacks = [one for one in caught.value.diagnostics if one.code == "id-missing"]
    assert [(one.file, one.line) for one in lacks] == [(CHECK, 40), (CHECK, 50)]
    assert all("counteroffer ids --write" in one.remedy for one in lacks)
    told = CliRunner().invoke(app, ["ids", str(small)])
    assert told.exit_code == 2
    assert f"{CHECK}:50: item-judgement: id: wait" in told.output
    assert "{id: wait, " not in path.read_text(encoding="utf-8"), "asking writes nothing"
    assert CliRunner().invoke(app, ["ids", "--write", str(small)]).exit_code == 0
    assert path.read_text(encoding="utf-8") == whole
    assert CliRunner().invoke(app, ["ids", str(small)]).exit_code == 0


def test_the_course_lacks_none() -> None:
    assert [one for path in (ROOT / "exercises/checks").glob("*.yml") for one in missing(path.read_text(encoding="utf-8"))] == []
