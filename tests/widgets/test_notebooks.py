"""Exercise notebooks under regression: run, and their outputs compared with those that are stored. Widget ids are volatile; nothing else is."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from pytest_notebook.nb_regression import NBRegressionError, NBRegressionFixture

from counteroffer.course import Catalogue
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.kept import folder_of, frames_of
from counteroffer.twin import NoLinks, NotebookLinks, audit_html, case_html, explorer_html

EXERCISES = Path(__file__).parents[2] / "exercises"
NOTEBOOKS = sorted(path.stem for path in EXERCISES.glob("*.ipynb"))
VOLATILE = (
    # holds the id of the widget's model and the version of the protocol
    "/cells/*/outputs/*/data/application/vnd.jupyter.widget-view+json",
    "/metadata/widgets",
    "/metadata/language_info",
    "/cells/*/execution_count",
    "/cells/*/outputs/*/execution_count",
)


def check(path: Path) -> None:
    NBRegressionFixture(exec_timeout=120, exec_cwd=str(path.parent), diff_ignore=VOLATILE, diff_color_words=False).check(str(path))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_outputs_are_those_that_are_stored(name: str, course: Catalogue) -> None:
    """If this fails after a change of a case or explorer: `counteroffer notebooks`, look at the difference, commit it."""
    path = EXERCISES / f"{name}.ipynb"
    if name in course.cases:
        twin = case_html(course, course.cases[name], NoLinks())
    elif course.audit and name == course.audit.explorer:
        twin = audit_html(course, course.audit, NotebookLinks(course))
    else:
        found = explorers(course)[name]
        twin = explorer_html(course, found, frames_of(found, folder_of(course.root)), NoLinks())
    code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    stored = code[0].outputs[0]["data"]["text/html"]
    # a plain comparison first: a difference of a whole case takes a diff minutes to draw
    assert stored == twin, "run `counteroffer notebooks`"
    check(path)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_reads_like_a_lab_page(name: str) -> None:
    """A title and what to do first, then the interactive without its code in the book; what follows is for a live kernel alone."""
    first, shown, *more = nbformat.read(EXERCISES / f"{name}.ipynb", as_version=4).cells
    assert first.source.startswith("# ")
    assert len(first.source.split()) > 25
    assert shown.metadata.tags == ["remove-input"]
    for cell in more:
        assert cell.metadata.tags == ["remove-cell"]
        for output in cell.get("outputs", []):
            assert output["name"] == "stdout"
            assert "nan" not in output["text"]


def test_a_changed_output_is_noticed(tmp_path: Path) -> None:
    source = "from IPython.display import HTML\nHTML('<p>one</p>')"
    output = nbformat.v4.new_output(
        "execute_result", {"text/html": "<p>two</p>", "text/plain": "<IPython.core.display.HTML object>"}, execution_count=1
    )
    cell = nbformat.v4.new_code_cell(source, outputs=[output], execution_count=1)
    notebook = nbformat.v4.new_notebook(
        cells=[cell], metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    )
    nbformat.write(notebook, tmp_path / "changed.ipynb")
    with pytest.raises(NBRegressionError, match="two"):
        check(tmp_path / "changed.ipynb")
