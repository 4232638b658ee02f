"""Every kind of fault is named with its cause, file, line and a remedy that fits, and nothing that only follows from it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counteroffer.course import CourseError, Diagnostic, load_course
from tests.course.faults import FAULTS, Fault
from tests.course.faults_files import FILES
from tests.course.faults_markup import MARKUP
from tests.course.faults_pictures import PICTURES
from tests.course.faults_translations import TRANSLATIONS
from tests.course.faults_values import VALUES
from tests.course.test_remedies import EMPTY

ALL = FAULTS + FILES + MARKUP + PICTURES + TRANSLATIONS + VALUES


def faults(root: Path) -> list[Diagnostic]:
    with pytest.raises(CourseError) as caught:
        load_course(root)
    return caught.value.diagnostics


@pytest.mark.parametrize("fault", ALL, ids=[one.name for one in ALL])
def test_the_fault_is_named_with_file_line_and_remedy(checked: Path, tmp_path: Path, fault: Fault) -> None:
    root = Path(shutil.copytree(checked, tmp_path / "small"))
    fault.deed(root)
    found = faults(root)
    named = [one for one in found if (one.code, one.file, one.line) == (fault.code, fault.file, fault.line)]
    assert named, f"no {fault.code} on line {fault.line} among\n" + "\n".join(map(str, found))
    assert any(fault.words in f"{one.message} {one.remedy}" for one in named), named
    assert all(one.remedy.endswith((".", "?")) and not EMPTY.fullmatch(one.remedy) for one in found)
    others = {(one.code, one.file) for one in found} - {(fault.code, fault.file)}
    assert not others, "what follows from the fault is named beside it:\n" + "\n".join(map(str, found))


def test_there_are_enough_kinds() -> None:
    assert len({one.name for one in ALL}) == len(ALL) >= 106
