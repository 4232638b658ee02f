"""What is tried with mutants: the parts where a fault would be believed, each with the quickest tests that should notice."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """Patterns of the sources and of the script's tests below `src/counteroffer`; `tests` are arguments of pytest."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]
    script: tuple[str, ...] = ()
    script_tests: tuple[str, ...] = ()


PARTS = {
    "marking": Part(
        ("course/marking.py", "course/orders.py", "course/sureness.py", "course/kinds/*/model.py"),
        (
            "tests/course/test_sureness.py",
            "tests/course/test_sheets.py",
            "tests/course/test_kinds.py",
            "tests/course/test_marking.py",
            "tests/course/test_posted.py",
        ),
        ("web/src/item/points.ts", "web/src/item/respond.ts", "web/src/item/shuffle.ts", "web/src/exam/marking.ts"),
        ("web/src/item/*.test.ts", "web/src/exam/marking.test.ts", "course/kinds/*/player.test.ts", "web/src/practice/*.test.ts"),
    ),
    "record": Part(
        ("record/*.py",),
        ("tests/record",),
        ("web/src/record/*.ts",),
        ("web/src/record/*.test.ts", "web/src/*/*.test.ts"),
    ),
    "drawing": Part(
        ("exam/forms.py", "exam/plan.py", "exam/practice.py", "exam/retakes.py", "exam/constraints.py", "exam/stock.py"),
        # what the shipped forms are held to takes too long for every mutant
        (
            "tests/exam/test_stock.py",
            "tests/exam/test_forms.py",
            "tests/exam/test_retakes.py",
            "-k",
            "not practice_form and not worn_out and not two_forms_reach and not two_forms_share and not large_bank_keep",
        ),
        ("web/src/exam/forms.ts", "web/src/practice/leitner.ts", "web/src/practice/bank.ts"),
        ("web/src/exam/*.test.ts", "web/src/practice/*.test.ts", "web/src/record/page*.test.ts"),
    ),
    "machine": Part(
        ("course/case_layers.py", "course/case_machine.py", "course/case_proofs.py", "course/case_walk.py"),
        ("tests/course/test_case_machine.py", "tests/course/test_case_walk.py", "tests/course/test_case_proofs.py", "-k", "not every_case"),
        ("web/src/case/machine.ts", "web/src/case/roads.ts"),
        ("web/src/case/*.test.ts",),
    ),
    "escaping": Part(
        ("language/templates.py", "twin/templates.py", "twin/text.py", "twin/links.py"),
        ("tests/twin",),
    ),
}
