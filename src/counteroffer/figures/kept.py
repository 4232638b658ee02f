"""Pictures kept from one run to the next, until the data, the figure or the model that they are drawn from changes."""

from __future__ import annotations

import inspect
import json
import os
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from counteroffer.course.fingerprint import code_behind, fingerprint
from counteroffer.figures.charts.chart import Chart
from counteroffer.figures.explorer import Explorer, Frame, Setting
from counteroffer.language import BASE


def folder_of(root: Path) -> Path:
    """Where the pictures of the course at `root` are kept: the book's build and a kernel find the same ones there."""
    return root / "_build" / "figures"


def chart_svg(chart: Chart[Any], folder: Path) -> str:
    """The picture of a chart, drawn only when `folder` holds none from the same code and data."""
    kept = _place(chart, folder, "svg")
    if kept.is_file():
        return kept.read_text(encoding="utf-8")
    svg = chart.svg()
    _keep(kept, svg)
    return svg


def frames_of(explorer: Explorer, folder: Path) -> list[Frame]:
    """The frames of all settings, in their order; those that `folder` holds from the same code and data are not drawn again."""
    kept = _place(explorer, folder, "json")
    if kept.is_file():
        return [Frame(**frame) for frame in json.loads(kept.read_text(encoding="utf-8"))]
    drawn = [explorer.frame(setting) for setting in explorer.settings()]
    _keep(kept, json.dumps([asdict(frame) for frame in drawn]))
    return drawn


def frame_of(explorer: Explorer, setting: Setting, folder: Path) -> Frame:
    """The frame of one setting: from those that `folder` holds from the same code and data, else drawn."""
    if _place(explorer, folder, "json").is_file():
        return next(frame for frame in frames_of(explorer, folder) if frame.setting == setting)
    return explorer.frame(setting)


def _place(drawn: Explorer | Chart[Any], folder: Path, kind: str) -> Path:
    """The file for the pictures of one explorer or chart, named after all that they depend on."""
    language = drawn.language
    key = fingerprint(drawn_with(type(drawn)), version("matplotlib"), version("numpy"), drawn.state(), language.state())
    return (folder if language.code == BASE else folder / language.code) / f"{drawn.id}-{key}.{kind}"


def _keep(place: Path, text: str) -> None:
    """Write whole or not at all, and take away what it replaces; a folder that cannot be written costs time later, nothing else."""
    name = place.stem.rpartition("-")[0]
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        mine = place.with_suffix(f".{os.getpid()}")
        mine.write_text(text, encoding="utf-8")
        mine.replace(place)
        for other in place.parent.glob(f"{name}-*{place.suffix}"):
            if other != place and other.stem.rpartition("-")[0] == name:
                other.unlink()


def drawn_with(made: type) -> frozenset[Path]:
    """The files whose code makes a picture: the module of its class, and what this imports of ours, and that in turn."""
    return code_behind(Path(inspect.getfile(made)))
