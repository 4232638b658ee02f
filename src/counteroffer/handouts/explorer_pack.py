"""Explorers on paper: a sheet on which tables guess, frames that are turned over one after another, and what they leave out."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counteroffer.course import Catalogue
from counteroffer.course.explorer_data import TOLD
from counteroffer.figures.colours import ROLES
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Explorer
from counteroffer.handouts.piece import Pack, Piece

# A copier keeps black, and marks are told apart by their shape: all is black but the paper and the lightest rules.
_GREYS = dict.fromkeys(ROLES.values(), "#000000") | {"grid": "#aaaaaa", "paper": "#ffffff"}
# The room for a picture on its page, in millimetres.
_WIDE, _TALL = 180, 186


@dataclass(frozen=True)
class Shown:
    """A frame as a room meets it: the setting in words, what to guess, the picture, and what came of it."""

    words: str
    ask: str
    svg: str
    brief: str


@dataclass(frozen=True)
class Picture:
    """A picture in grey as an address of data, and its size on paper in millimetres."""

    address: str
    width: float
    height: float


def explorer_pack(course: Catalogue) -> Pack | None:
    """For each explorer a sheet for guesses, and its frames, a page each. None in a course without explorers."""
    _ = course.language.gettext
    pieces = tuple(piece for one in explorers(course).values() for piece in _pieces(course, one, _("Guesses"), _("Frames")))
    return Pack("explorers", _("Explorers"), pieces) if pieces else None


def _pieces(course: Catalogue, explorer: Explorer, guesses: str, frames: str) -> Iterator[Piece]:
    # what rests on sources stands in the course, with them
    notes = [note for note in explorer.notes if not any(one.cite for one in note.remarks)]
    values = {"explorer": explorer, "frames": shown(course, explorer), "picture": picture, "notes": notes}
    name, title = explorer.id, explorer.title
    yield Piece(
        f"{name}-guesses", f"{title} · {guesses}", "everybody", "explorer-guesses.html", values, "table", (12, 11.5, 11, 10.5, 10), 1
    )
    # a page for each frame and one for the notes
    yield Piece(
        f"{name}-frames", f"{title} · {frames}", "afterwards", "explorer-frames.html", values, "table", (12, 11.5, 11, 10.5), TOLD + 1
    )


def shown(course: Catalogue, explorer: Explorer) -> list[Shown]:
    """The frames that a room guesses, in their order. Each shows what was told up to it, and the last one all."""
    tellings = course.explorers[explorer.id].frames
    settings = [explorer.start() | one.setting for one in tellings]
    found = []
    for place, (telling, setting) in enumerate(zip(tellings, settings, strict=True), 1):
        among = settings[:place] if place < len(settings) else None
        found.append(Shown(telling.words, telling.ask, explorer.frame(setting, among).svg, explorer.brief(setting)))
    return found


def picture(svg: str) -> Picture:
    """A picture in grey, as large as its page has room."""
    svg = re.sub(r"var\(--fig-font, ([^)]*)\)", r"\1", svg)
    svg = re.sub(r"var\(--fig-(\w+), #\w+\)", lambda match: _GREYS[match[1]], svg)
    for colour, role in ROLES.items():
        svg = svg.replace(colour, _GREYS[role])
    wide, tall = map(float, re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
    scale = min(_WIDE / wide, _TALL / tall)
    return Picture(f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}", round(wide * scale, 1), round(tall * scale, 1))
