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
        ("course/marking.py", "course/orders.py", "course/sureness.py", "course/kinds/*/model.py"),
        ("tests/course/test_marking.py", "tests/course/test_kinds.py", "tests/course/test_sureness.py"),
        ("web/src/item/points.ts", "web/src/item/respond.ts", "web/src/item/shuffle.ts", "web/src/exam/marking.ts"),
        ("src/item/*.test.ts", "src/exam/marking.test.ts", "../course/kinds/*/player.test.ts"),
    ),
    "record": Part(
        ("record/*.py",),
        ("tests/record",),
        ("web/src/record/*.ts",),
        ("src/record/*.test.ts", "src/practice/*.test.ts", "src/check/*.test.ts", "src/case/case.test.ts"),
    ),
    "drawing": Part(
        ("exam/forms.py", "exam/plan.py", "exam/practice.py", "exam/retakes.py", "exam/rules.py", "exam/stock.py"),
        # what the shipped forms are held to takes too long for every mutant
        ("tests/exam/test_forms.py", "tests/exam/test_retakes.py", "-k", "not practice_form and not worn_out and not two_forms"),
        ("web/src/exam/forms.ts", "web/src/practice/leitner.ts", "web/src/practice/bank.ts"),
        ("src/exam/forms.test.ts", "src/practice/*.test.ts"),
    ),
    "machine": Part(
        ("course/case_machine.py", "course/case_proofs.py", "course/case_walk.py"),
        ("tests/course/test_case_machine.py", "tests/course/test_case_proofs.py", "-k", "not every_case"),
        ("web/src/case/machine.ts", "web/src/case/roads.ts"),
        ("src/case/machine.test.ts", "src/case/roads.test.ts"),
    ),
    "escaping": Part(
        ("twin/templates.py", "twin/text.py", "twin/links.py"),
        ("tests/twin", "tests/book/test_escaping.py"),
    ),
}
