"""Notebooks are stored so that git and a person can read them line by line, and hold what was shown all the same."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from counteroffer.course import load_course
from counteroffer.twin import NoLinks, case_html
from counteroffer.widgets.outputs import in_lines, store_outputs

LONGEST = 2000
EXERCISES = Path(__file__).parents[2] / "exercises"


def longest(path: Path) -> int:
    return max(map(len, path.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("html", ["", "text", "text <b>and</b> more", "<p>" + '"' * 3000 + "</p>\n<p>one\ntwo</p>"])
def test_lines_joined_are_what_was_broken(html: str) -> None:
    lines = in_lines(html)
    assert "".join(lines) == html
    assert all(len(json.dumps(line)) < LONGEST + 10 for line in lines)


@pytest.mark.slow
def test_a_stored_notebook_has_no_long_line_and_shows_what_was_shown(small: Path) -> None:
    file, toc = small / "exercises/small-case.ipynb", small / "_toc.yml"
    cells = [
        nbformat.v4.new_markdown_cell("# A case"),
        nbformat.v4.new_code_cell("from counteroffer.widgets import case\ncase('small-case')"),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}}), file)
    toc.write_text(toc.read_text(encoding="utf-8") + "  - file: exercises/small-case\n", encoding="utf-8")
    assert store_outputs(small) == [file]
    assert longest(file) <= LONGEST
    course = load_course(small)
    shown = nbformat.read(file, as_version=4).cells[1].outputs[0]["data"]["text/html"]
    assert shown == case_html(course, course.cases["small-case"], NoLinks())


@pytest.mark.parametrize("path", sorted(EXERCISES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_no_notebook_of_the_course_has_a_long_line(path: Path) -> None:
    assert longest(path) <= LONGEST, "run `counteroffer notebooks`"
