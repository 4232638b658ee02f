"""The parts of a room's pages, for a page that is opened and for the stream that keeps it fresh: the same templates make both."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any

import segno
from markupsafe import Markup

from counteroffer.course.case_layers import LONGEST
from counteroffer.handouts.case_pack import RunSheet
from counteroffer.room import views
from counteroffer.room.acts import NotNow
from counteroffer.room.state import Ask, Room
from counteroffer.server.room import clock, people, store
from counteroffer.server.room.clock import room_time
from counteroffer.server.room.house import house
from counteroffer.server.room.tables import SeatRow
from counteroffer.server.room.words import Words, share
from counteroffer.twin.links import NoLinks
from counteroffer.twin.templates import environment
from counteroffer.twin.workshop import Names

SEAT, LEAD = "room-seat", "room-lead"
PARTS = {
    "here": ("timer", "stage", "parked"),
    "screen": ("timer", "stage", "parked", "foot"),
    "lead": ("turnout", "timer", "next", "paper", "stage", "waiting", "door", "notes"),
}
# Minutes of a case in a room, as the run of a case says: brief, decisions, debrief.
USUAL, OPENING, DEBRIEF = 75, 10, 18
_FOLDER = Path(__file__).parents[1] / "templates"


def parts(name: str, *, token: Markup | None = None, mine: Mapping[str, str] | None = None, opened: bool = False) -> dict[str, Markup]:
    """The parts of a page (`here`, `screen`, `lead`). `token` makes its forms ours, `mine` fills in a phone's ballot.

    A page that is `opened` says what its script would. Raises NotNow when the room was forgotten.
    """
    row, room, home = store.row(), store.room(), house()
    view = _view(name, room)
    play = view.play
    given = {
        "page": name,
        "view": view,
        "case": play.case if play else None,
        "course": home.course,
        "words": Words(home.course),
        "share": share,
        "links": NoLinks(),
        "token": token or "",
        "mine": mine or {},
        "opened": opened,
        "ends": room.timer.ends if room.timer else 0,
        "code": row.code if row else "",
        "address": home.address,
        "qr": qr(f"{home.address}/?code={row.code}") if row and name == "screen" else "",
        "note": home.course.notes.get(play.case) if play else None,
        "names": _names(play.case) if play and name == "lead" else None,
        **(_pace(view) if isinstance(view, views.Facilitator) else {}),
    }
    made = environment(home.course.language, _FOLDER)
    return {part: Markup(made.get_template(f"room/{part}.html").render(**given)) for part in PARTS[name]}  # noqa: S704 (escaped where it is made)


def _names(case: str) -> Names:
    """What a note names, called as on the papers of its case."""
    course = house().course
    return Names(course, course.cases[case], RunSheet(course.cases[case], course.language))


def snapshot(name: str) -> dict[str, Any]:
    """The parts as the stream sends them, each with its version; nothing when the room was forgotten."""
    try:
        return {part: {"v": version(html), "html": html} for part, html in parts(name).items()}
    except NotNow:
        return {}


def version(html: str) -> str:
    """What tells one text of a part from another."""
    return hashlib.sha256(html.encode()).hexdigest()[:12]


def admit(name: str, cookies: str) -> int | None:
    """Who has these cookies, where they may listen to a page's stream: a phone's number, or 0 for a facilitator."""
    try:
        found = SimpleCookie(cookies)
    except CookieError:
        return None
    if name == "here":
        seat = people.has_seat(_value(found, SEAT))
        return seat.pk if seat else None
    return 0 if name in PARTS and people.leads(_value(found, LEAD)) else None


def open_key(ask: Ask | None) -> int | None:
    """The round that takes ballots."""
    return ask.open.key if ask and ask.open else None


@lru_cache(maxsize=2)
def qr(address: str) -> Markup:
    """An address as a picture for a phone's camera."""
    made = segno.make(address, error="m", micro=False)
    return Markup(made.svg_inline(scale=8, border=2, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704 (segno's own)


def _view(name: str, room: Room) -> views.Participant:
    course, now = house().course, room_time()
    if name == "here":
        return views.participant(room, course, now)
    phones, seats = store.ballots(open_key(room.now)), SeatRow.objects.count()
    if name == "screen":
        return views.projector(room, course, now, phones=phones, seats=seats)
    return views.facilitator(room, course, now, phones=phones, seats=seats, played=_played(room, now))


def _played(room: Room, now: float) -> float:
    if room.play is None:
        return 0
    began = room.play
    return clock.played(began.wall, began.began, began.start, now_wall=time.time(), now_since=now, now_start=clock.started())


def _pace(view: views.Facilitator) -> dict[str, Any]:
    """When the debrief of a case starts, and whether the room is late: by its decisions so far it would start after that."""
    if view.play is None or view.minute is None:
        return {"usual": 0, "debrief_at": 0, "late": False}
    case, note = house().course.cases[view.play.case], house().course.notes.get(view.play.case)
    usual = note.lengths.usual if note else USUAL
    start = usual - DEBRIEF
    length = max(6, min(LONGEST, len(case.decisions)))
    due = OPENING + (start - OPENING) * (len(view.play.path) + 1) / length
    return {"usual": usual, "debrief_at": start, "late": view.minute > due}


def _value(found: SimpleCookie, name: str) -> str | None:
    return found[name].value if name in found else None
