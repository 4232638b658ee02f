"""The static face of an explorer: its question, its controls, a frame for every setting, and what must be known to read them."""

from __future__ import annotations

from counteroffer.course import Catalogue
from counteroffer.figures.explorer import Explorer, Frame
from counteroffer.twin.links import Links
from counteroffer.twin.templates import render

# More frames than these stand folded away, but for the first: nobody scrolls through sixty pictures, or prints them.
MOST_OPEN = 12


def explorer_html(course: Catalogue, explorer: Explorer, frames: list[Frame], links: Links) -> str:
    """An explorer as one `<section>`; `frames` are its frames in the order of its settings."""
    start = explorer.start()
    first = next(frame for frame in frames if frame.setting == start)
    rest = [frame for frame in frames if frame.setting != start]
    folded = len(frames) > MOST_OPEN
    return render(course, "explorer.html", explorer=explorer, first=first, rest=rest, folded=folded, links=links)


def notes_html(course: Catalogue, explorer: Explorer, links: Links) -> str:
    """What must be known to read the picture rightly: open on the page, since an empty place must not look like safety."""
    return render(course, "notes.html", explorer=explorer, links=links)
