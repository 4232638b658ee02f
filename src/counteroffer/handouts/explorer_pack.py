"""Explorers on paper: a sheet on which tables guess, and three frames that are turned over one after another."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from counteroffer.course import Catalogue
from counteroffer.figures.catalogue import explorers
from counteroffer.figures.explorer import Explorer, Frame, Setting
from counteroffer.figures.roles import ROLES
from counteroffer.handouts.piece import Pack, Piece

FRAMES = 3
# What a copier keeps apart, for each role of a colour.
_GREYS = {"ink": "#000000", "muted": "#333333", "accent": "#5c5c5c", "accent2": "#8a8a8a", "grid": "#bbbbbb", "paper": "#ffffff"}


def explorer_pack(course: Catalogue) -> Pack | None:
    """For each explorer a sheet for guesses, and its frames, a page each. None in a course without explorers."""
    found = explorers(course)
    _ = course.language.gettext
    pieces = tuple(piece for one in found.values() for piece in _pieces(one, _("Guesses"), _("Frames")))
    return Pack("explorers", _("Explorers"), pieces) if pieces else None


def _pieces(explorer: Explorer, guesses: str, frames: str) -> Iterator[Piece]:
    shown = [explorer.frame(setting) for setting in telling(explorer)]
    values = {"explorer": explorer, "frames": shown, "picture": picture}
    name, title = explorer.id, explorer.title
    yield Piece(
        f"{name}-guesses", f"{title}: {guesses}", "everybody", "explorer-guesses.html", values, "table", (12, 11.5, 11, 10.5, 10), 1
    )
    yield Piece(f"{name}-frames", f"{title}: {frames}", "afterwards", "explorer-frames.html", values, "table", (13, 12, 11, 10, 9), FRAMES)


def telling(explorer: Explorer) -> list[Setting]:
    """Three settings: the one shown first; then the first control moved as far as it goes; then the last one moved, too."""
    first = explorer.start()
    second, third = _moved(explorer, first, 0), _moved(explorer, first, len(explorer.controls) - 1)
    if len(explorer.controls) == 1:
        values = [value for value, _ in explorer.controls[0].choices]
        third = {explorer.controls[0].id: next(value for value in values if value not in {*first.values(), *second.values()})}
    return [first, second, third]


def _moved(explorer: Explorer, setting: Setting, control: int) -> Setting:
    one = explorer.controls[control]
    values = [value for value, _ in one.choices]
    place = values.index(setting[one.id])
    far = values[-1] if len(values) - 1 - place >= place else values[0]
    return setting | {one.id: far}


def picture(frame: Frame) -> str:
    """The picture of a frame in grey, as an address of data."""
    svg = re.sub(r"var\(--fig-font, ([^)]*)\)", r"\1", frame.svg)
    svg = re.sub(r"var\(--fig-(\w+), #\w+\)", lambda match: _GREYS[match[1]], svg)
    for colour, role in ROLES.items():
        svg = svg.replace(colour, _GREYS[role])
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
