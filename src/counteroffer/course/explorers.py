"""Reads the data of the course's explorers, each file by the model that its name stands for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from counteroffer.course.diagnostics import Faults
from counteroffer.course.explorer_data import ExplorerData
from counteroffer.course.model_pages import DecisiveMinority, Limbo, Screening, WindowDesign
from counteroffer.course.phase_map import PhaseMap
from counteroffer.course.readers import read_one
from counteroffer.course.yamlfile import YamlFile

MODELS: dict[str, type[ExplorerData]] = {
    "phase-map": PhaseMap,
    "decisive-minority": DecisiveMinority,
    "limbo": Limbo,
    "window-design": WindowDesign,
    "screening": Screening,
}


def read_explorers(paths: list[Path], faults: Faults, files: dict[str, YamlFile]) -> dict[str, ExplorerData]:
    """The data of explorers, by id; a file's name says which explorer it is for."""
    found = {}
    for path in paths:
        if path.stem not in MODELS:
            faults.lose(path)
            remedy = f"Name the file after one of {', '.join(MODELS)}."
            faults.add(path, 1, "explorer-unknown", f"There is no explorer `{path.stem}`.", remedy)
            continue
        # each model takes only its own name in `explorer`
        if data := read_one(path, MODELS[path.stem], faults, files):
            found[path.stem] = data
            _frames(data, files[path.relative_to(faults.root).as_posix()], faults)
    return found


def _frames(data: ExplorerData, file: YamlFile, faults: Faults) -> None:
    """Note each frame whose setting the controls do not have, or that stands twice."""
    offered, seen = data.offered(), []
    for place, frame in enumerate(data.frames):
        line = file.line(("frames", place))
        for control, value in frame.setting.items():
            if faults.known("control-unknown", "control", control, offered, file.path, line):
                faults.known("setting-unknown", f"setting of `{control}`", value, offered[control], file.path, line)
        if frame.setting in seen:
            faults.add(file.path, line, "frame-twice", "Two frames show the same setting.", "Let one of them differ.")
        seen.append(frame.setting)


def phase_map(explorers: Mapping[str, ExplorerData]) -> PhaseMap | None:
    """The phase map, whose phases, audiences and instruments other parts share; None in a course without one."""
    found = explorers.get("phase-map")
    return found if isinstance(found, PhaseMap) else None
