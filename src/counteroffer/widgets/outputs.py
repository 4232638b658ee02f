"""Running the exercise notebooks and storing their outputs, which the regression tests compare with."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from counteroffer.course import load_course
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.kept import folder_of, frames_of

# Numbers that Jupyter makes anew in each run: they would change a stored notebook without any change of what it shows.
_VOLATILE = ("execution", "widgets", "signature")
# Characters; what is read and compared line by line stays readable, its quotes escaped.
_LONGEST = 1000


def store_outputs(root: Path) -> list[Path]:
    """Execute every notebook below `exercises` and write it back; returns the paths."""
    paths = sorted((root / "exercises").glob("*.ipynb"))
    course = load_course(root)
    # each kernel then finds its frames drawn, and need not load what draws them
    for explorer in explorers(course).values():
        frames_of(explorer, folder_of(course.root))
    for path in paths:
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
        for cell in notebook.cells:
            for name in _VOLATILE:
                cell.metadata.pop(name, None)
            for output in cell.get("outputs", []):
                view = output.get("data", {}).get("application/vnd.jupyter.widget-view+json")
                if view:
                    view["model_id"] = ""
                if html := output.get("data", {}).get("text/html"):
                    output["data"]["text/html"] = in_lines(html)
        notebook.metadata.pop("widgets", None)
        nbformat.write(notebook, path)
    return paths


def in_lines(html: str) -> list[str]:
    """HTML as the lines of a notebook's file: a tag and the text after it each. A notebook's reader joins them with nothing between."""
    parts = re.findall("^[^<]+|<[^<]*", html)
    return [part[start : start + _LONGEST] for part in parts for start in range(0, len(part), _LONGEST)]
