"""A room of the small course, and browsers in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from counteroffer.course import Catalogue, load_course
from tests.conftest import SMALL

if TYPE_CHECKING:
    from django.test import Client

ADDRESS = "http://192.168.7.1:8200"


class Told:
    """A hub that notes how often it was told."""

    def __init__(self) -> None:
        self.times = 0
        self.gone: list[int] = []

    def changed(self) -> None:
        self.times += 1

    def left(self, who: int) -> None:
        self.gone.append(who)


@dataclass
class InRoom:
    """A room, its facilitator's browser and its phones."""

    key: str
    code: str
    course: Catalogue
    lead: Client
    hub: Told = field(default_factory=Told)

    def phone(self, **fields: str) -> Client:
        """A browser that has joined."""
        from django.test import Client

        browser = Client()
        answer = browser.post("/join/", {"code": self.code, **fields})
        assert (answer.status_code, answer["Location"]) == (302, "/here/")
        return browser

    def do(self, act: str, told: dict[str, str] | None = None, status: int = 303, **fields: str) -> None:
        """One act, from a page that shows the room as it stands, unless `moves` or `round` say otherwise."""
        from counteroffer.server.room import store

        room = store.room()
        drawn = {"moves": str(room.moves), "round": str(room.now.rounds[-1].key if room.now else 0)}
        answer = self.lead.post("/lead/act/", {**drawn, "act": act, **(told or {}), **fields})
        assert answer.status_code == status, answer.content.decode()

    def begin(self) -> None:
        """Begin the case, its brief read."""
        self.do("case", of="small-case")
        self.do("go-on")

    def vote(self, phone: Client, told: dict[str, str] | None = None, status: int = 303, **cells: str) -> None:
        found = re.search(r'name="round" value="(\d+)"', phone.get("/here/").content.decode())
        assert found, "no round takes votes"
        assert phone.post("/here/vote/", {"round": found[1], **(told or {}), **cells}).status_code == status


@pytest.fixture
def in_room(store: str) -> Iterator[InRoom]:  # noqa: ARG001 (it must be in use)
    from django.test import Client, override_settings

    from counteroffer.server.room import oblivion, people
    from counteroffer.server.room import store as rooms
    from counteroffer.server.room.house import House, house, move_in

    hub: Any = Told()
    move_in(House(load_course(SMALL), ADDRESS, hub))
    with override_settings(ROOT_URLCONF="counteroffer.server.room.urls", CSRF_FAILURE_VIEW="counteroffer.server.room.faults.no_token"):
        oblivion.forget()
        key = people.make()
        row = rooms.row()
        assert row
        lead = Client()
        assert lead.get(f"/key/{key}/")["Location"] == "/lead/"
        yield InRoom(key, row.code, house().course, lead, hub)
        oblivion.forget()
