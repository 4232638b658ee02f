"""A notebook that reads the report's tables, for who wants to go on from there."""

from __future__ import annotations

_TEXT = """# A sitting, examined
The tables of `counteroffer exam report` stand beside this notebook: `forms.csv`, `items.csv`, `responses.csv`, `scores.csv`.
*not computed* is written where fewer than 50 candidates took a form or met an item."""

_READ = """import csv
from pathlib import Path

import matplotlib.pyplot as plt


def table(name):
    with Path(name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


forms, items, scores = table("forms.csv"), table("items.csv"), table("scores.csv")
for form in forms:
    print({name: value for name, value in form.items()})"""

_SCORES = """figure, axes = plt.subplots()
for form in forms:
    own = [float(one["score"]) / int(one["items"]) for one in scores if one["form"] == form["form"]]
    axes.hist(own, bins=[step / 20 for step in range(21)], alpha=0.6, label=form["form"])
    axes.axvline(float(form["cut"]) / int(form["items"]), linestyle="--")
axes.set(xlabel="score (share of marks)", ylabel="candidates", title="Scores, and the cut score of each form")
axes.legend();"""

_ITEMS = """known = [one for one in items if "not computed" not in (one["difficulty"], one["discrimination"])]
figure, axes = plt.subplots()
axes.scatter([float(one["difficulty"]) for one in known], [float(one["discrimination"]) for one in known])
for one in known:
    if one["advice"]:
        axes.annotate(one["item"], (float(one["difficulty"]), float(one["discrimination"])))
axes.axhline(0.2, linestyle="--")
axes.set(xlabel="mean mark", ylabel="correlation with the rest of the form", title="Items; those to look at are named");"""


def notebook() -> str:
    """As JSON, not yet run."""
    from nbformat import v4, writes

    cells = [v4.new_markdown_cell(_TEXT, id="text"), *(v4.new_code_cell(code, id=name) for name, code in CODE.items())]
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return str(writes(v4.new_notebook(cells=cells, metadata=about))) + "\n"


CODE = {"read": _READ, "scores": _SCORES, "items": _ITEMS}
