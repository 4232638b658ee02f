"""Whatever stands in a content file, the answer is faults with file and line, never a traceback."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.course import CourseError, Diagnostic, load_course

SMALL = Path(__file__).parent.parent / "small"
FILES = sorted(
    path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*") if path.suffix in {".yml", ".bib", ".md"} and path.name[0] != "_"
)
TEXTS = {file: (SMALL / file).read_text(encoding="utf-8") for file in FILES}

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates()
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3), max_leaves=8
)
noise = st.sampled_from(
    [
        "{",
        "[",
        "]",
        "}",
        ":",
        "- ",
        "\t",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "? ",
        "|",
        "\x00",
        "é",
        "---\n",
        "{cite}`",
        "```",
        "@",
        "'",
    ]
)


def load_with(course: Path, file: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(course, Path(folder) / "course"))
        (root / file).write_text(text, encoding="utf-8", errors="surrogateescape")
        assert all(one.file and one.line >= 1 and one.message and one.remedy for one in faults_of(root))


def faults_of(root: Path) -> list[Diagnostic]:
    try:
        load_course(root)
    except CourseError as error:
        return error.diagnostics
    return []


@pytest.mark.slow
@settings(max_examples=120)
@given(file=st.sampled_from(FILES), data=st.data())
def test_noise_in_a_file_is_a_fault_at_most(checked: Path, file: str, data: st.DataObject) -> None:
    text = TEXTS[file]
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 30))
    load_with(checked, file, text[:at] + data.draw(noise) + text[at + length :])


@pytest.mark.slow
@settings(max_examples=120)
@given(file=st.sampled_from([file for file in FILES if file.endswith(".yml")]), data=st.data())
def test_a_value_of_another_shape_is_a_fault_at_most(checked: Path, file: str, data: st.DataObject) -> None:
    content = yaml.load(TEXTS[file], Loader=yaml.CSafeLoader)
    node, steps = content, []
    while isinstance(node, (dict, list)) and node and data.draw(st.booleans()):
        step = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        steps.append(step)
        parent, node = node, node[step]
    value = data.draw(values)
    if steps:
        parent[steps[-1]] = value
    else:
        content = value
    load_with(checked, file, yaml.safe_dump(content, allow_unicode=True))


def test_a_file_that_is_not_text_is_a_fault(small: Path) -> None:
    (small / "assets/glossary.yml").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(CourseError, match="file-encoding"):
        load_course(small)


def test_a_word_in_the_place_of_a_list_is_a_fault(small: Path) -> None:
    path = small / "assets/objectives.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("objectives:")] + "objectives: true\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"objectives\.yml"):
        load_course(small)


def test_an_alias_to_itself_is_a_fault(small: Path) -> None:
    (small / "assets/glossary.yml").write_text("- &a [*a]\n", encoding="utf-8")
    with pytest.raises(CourseError, match=r"yaml-syntax|content-shape"):
        load_course(small)
