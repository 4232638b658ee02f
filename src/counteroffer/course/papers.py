"""What is said on the papers of a room that belong to no unit and no case: house rules, the form, cards, what a certificate says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from counteroffer.course.base import Model, Slug, Words

if TYPE_CHECKING:
    from counteroffer.course.crosscheck import Checker

FILE = "assets/papers.yml"


class Asked(Model):
    """What is asked, and on how many `lines` it is answered."""

    ask: Words
    lines: int = Field(default=0, ge=0, le=8)


class FormQuestion(Asked):
    """A question of the form. `rows` are rated by `choices` twice, then and now; without choices there are `lines` to write on.

    What is `apart` stands on a slip of its own.
    """

    choices: list[Words] = []
    rows: list[Words] = []
    apart: bool = False


class Papers(Model):
    """The file `assets/papers.yml`."""

    rules: list[Words] = Field(min_length=4, max_length=9)
    limits: Words = Field(description="The sentence on limits, read aloud in the first ten minutes.")
    measures: list[Slug] = Field(
        min_length=2, max_length=2, description="Two checks of equal length, crossed: half of a room begins with each."
    )
    measured: Words = Field(description="What stands above the questions of a measure.")
    form: list[FormQuestion] = Field(min_length=3)
    act: list[Asked] = Field(min_length=3, max_length=6, description="What a card for one's own act asks.")
    attended: Words
    attended_not: Words = Field(description="What a certificate of attendance does not say.")
    completed: Words
    carried: list[str] = Field(
        default=[],
        description="Pages that the facilitator carries besides agendas, sessions and notes; a folder stands for all pages in it.",
    )
    completed_not: list[Words] = Field(min_length=2, description="What a sheet of completion does not certify.")


def check(checker: Checker) -> None:
    """Note a fault for a measure that is no check, for two that are not equally long, and for a page that is not there."""
    papers = checker.course.papers
    if papers is None:
        return
    file, checks = checker.course.files[FILE], checker.course.checks
    for i, name in enumerate(papers.measures):
        checker.faults.known("check-unknown", "check", name, checks, file.path, file.line(("measures", i)))
    pages = {place for document in checker.course.chapters for place in (document, document.rpartition("/")[0])}
    for i, place in enumerate(papers.carried):
        checker.faults.known("page-unknown", "page", place, pages, file.path, file.line(("carried", i)))
    lengths = {len(checks[name].items) for name in papers.measures if name in checks}
    if len(lengths) > 1:
        message = f"The two measures have {' and '.join(map(str, sorted(lengths)))} items."
        checker.faults.add(file.path, file.line(("measures",)), "measures-unequal", message, "Take two of one length.")
