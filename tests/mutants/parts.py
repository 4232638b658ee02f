"""What is tried with mutants: the parts where a fault would be believed, each with the quickest tests that should notice."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """Patterns of the sources below `src/counteroffer`; `tests` are arguments of pytest, `script_tests` patterns of test files below `web`."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]
    script: tuple[str, ...] = ()
    script_tests: tuple[str, ...] = ()


PARTS = {
    "marking": Part(
        ("course/marking.py", "course/orders.py", "course/kinds/*/model.py"),
        ("tests/course/test_marking.py", "tests/course/test_kinds.py"),
        ("web/src/item/points.ts", "web/src/exam/marking.ts", "web/src/record/fraction.ts", "web/src/record/mastery.ts"),
        ("src/exam/*.test.ts", "src/practice/*.test.ts", "../course/kinds/*/player.test.ts"),
    ),
    "record": Part(
        ("record/*.py",),
        ("tests/record",),
        ("web/src/record/log.ts", "web/src/record/valid.ts", "web/src/record/stopwatch.ts"),
        ("src/record/*.test.ts",),
    ),
    "drawing": Part(
        ("exam/*.py",),
        # what the shipped forms are held to takes too long for every mutant
        ("tests/exam/test_forms.py", "-k", "not practice_form and not worn_out and not two_forms"),
        ("web/src/exam/forms.ts",),
        ("src/exam/forms.test.ts",),
    ),
    "machine": Part(
        ("course/case_machine.py", "course/case_proofs.py", "course/case_walk.py"),
        ("tests/course/test_case_machine.py", "tests/course/test_case_proofs.py", "-k", "not every_case"),
        ("web/src/case/machine.ts",),
        ("src/case/machine.test.ts",),
    ),
    "escaping": Part(
        ("twin/templates.py", "twin/text.py"),
        ("tests/twin",),
    ),
}
