"""Every address of the server for a sitting, read off its table of addresses, so that a new one is walked, too."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from counteroffer.server.models import Candidate
from tests.server.conftest import Made
from tests.server.test_staff import on_duty

if TYPE_CHECKING:
    from django.test import Client

STAFF = ("invigilator", "auditor", "examiner")
ITEMS = [f"item-{kind}" for kind in ("single", "multiple", "ordering", "matching", "judgement")]


def addresses(sitting: str) -> list[str]:
    """Each address, with whatever can stand in its places."""
    from counteroffer.server import assets, urls

    places: dict[str, list[str]] = {
        "place": ["1", "2", "3", "4", "5", "6"],
        "name": [sitting],
        "number": ["1", "2"],
        "id_": ITEMS,
        "digest": ["0"],
    }
    found = []
    for one in urls.urlpatterns:
        route = str(one.pattern)
        if route.startswith("assets/"):
            found.append(assets.address("server.css"))
            continue
        names = re.findall(r"<\w+:(\w+)>", route)
        for chosen in itertools.product(*(places[name] for name in names)):
            values = iter(chosen)
            found.append("/" + re.sub(r"<[^>]+>", lambda _, values=values: next(values), route))  # type: ignore[misc]
    return found


def roles(made: Made) -> dict[str, Client]:
    """A browser of each sort of visitor: candidate 1, nobody, and staff."""
    from django.test import Client

    stranger = Client()
    stranger.cookies["session"] = "abcdefgh" * 4
    return {"candidate": made.client(1), "nobody": stranger, **{role: on_duty(role) for role in STAFF}}


def stages(made: Made) -> Iterator[str]:
    """A sitting of three from before it is opened to when it is closed; candidate 1 is at every stage of the work."""
    from counteroffer.server import acts, own
    from counteroffer.server.answers import keep

    def pk(number: int) -> int:
        found: int = Candidate.objects.get(sitting=made.id, number=number).pk
        return found

    yield "made"
    acts.open_sitting("ana", made.id)
    yield "open"
    for number in (1, 2):
        own.begin(pk(number))
    yield "at work"
    keep(pk(1), "item-single", "third", base=0, flagged=True)
    keep(pk(1), "item-multiple", ["second"], base=0)
    acts.pause("ana", made.id, begin=True)
    yield "paused"
    acts.pause("ana", made.id, begin=False)
    yield "answered"
    own.submit(pk(1))
    yield "handed in"
    acts.annul("ana", made.id, 3, "A reason.")
    acts.close("ana", made.id)
    yield "closed"


def told(answer: Any) -> str:
    """All of a response that leaves the server: status, headers, cookies, body."""
    body = answer.getvalue() if answer.streaming else answer.content
    head = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return f"{answer.status_code}\n{head}\n{answer.cookies.output()}\n{body.decode('utf-8', errors='replace')}"
