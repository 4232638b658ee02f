"""A store on each database, and sittings in it. Django is set up once a process, before anything that needs it is imported."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("django", reason="Left out: the examination server, whose packages (counteroffer[server]) are missing")

from django.conf import settings

from counteroffer.server.database import database, use
from counteroffer.server.settings import configure
from counteroffer.server.vault import Vault
from tests.server.postgres import PROGRAMS, cluster

if TYPE_CHECKING:
    from django.test import Client

    from counteroffer.course.items import Check
    from counteroffer.server.create import Card

SMALL = Path(__file__).parent.parent / "small" / "exercises" / "checks" / "first-unit.yml"
# a browser's tests in the same process leave a loop behind, from which Django would take these for asynchronous
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
VAULT = Vault(b"only for the tests of the server")
if not settings.configured:
    configure(database(Path(tempfile.mkdtemp(prefix="counteroffer-test-"))), VAULT, ["testserver"])

numbers = itertools.count(1)
LACKING = "Left out: the server on PostgreSQL, whose programs are not on this machine"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    if PROGRAMS is None:
        pytest.skip(LACKING)
    # below /tmp, since another user must reach it
    with tempfile.TemporaryDirectory(prefix="counteroffer-pg-") as name:
        Path(name).chmod(0o755)
        with cluster(Path(name) / "data") as url:
            yield url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database that is in use, empty but for what earlier tests of the module left."""
    from django.core.management import call_command
    from django.db import connections

    from counteroffer.server import limits, running

    # candidates of another store had the same numbers
    limits._changes.clear()
    url = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    use(database(tmp_path_factory.mktemp("store"), url))
    call_command("migrate", verbosity=0, interactive=False)
    running.start(VAULT)
    yield request.param
    running.stop()
    if url:
        with connections["default"].cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    connections.close_all()


@dataclass
class Made:
    """A sitting of a test: its id, and the cards of its candidates."""

    id: str
    cards: list[Card]

    def client(self, number: int = 1) -> Client:
        """A browser in which a candidate has logged in."""
        from django.test import Client

        browser = Client()
        answer = browser.post("/enter/", {"code": self.cards[number - 1].code})
        assert (answer.status_code, answer["Location"]) == (302, "/sit/")
        return browser

    def at_work(self, number: int = 1) -> Client:
        """A browser in which a candidate has begun."""
        browser = self.client(number)
        browser.post("/sit/")
        return browser


@pytest.fixture
def sitting(store: str) -> Made:  # noqa: ARG001 (it must be in use)
    """A sitting of three candidates on one form of five items, one of each kind; it is open."""
    return make()


def make(
    *,
    opened: bool = True,
    rows: list[dict[str, Any]] | None = None,
    repeat: bool = True,
    checks: list[Check] | None = None,
    title: str = "A sitting",
    **plan: Any,
) -> Made:
    from counteroffer.course.blueprint import Blueprint
    from counteroffer.course.diagnostics import Faults
    from counteroffer.course.readers import read_checks
    from counteroffer.exam.candidates import Row
    from counteroffer.server import acts
    from counteroffer.server.create import create

    told = {"items": 5, "minutes": 30, "pass_mark": 0.5, "outcomes": {"CO1": 5}, "apply_or_analyse": 0, "set_items": 0, "random_at_most": 1}
    # the people of one test are those of another, too
    told |= {"retake_hours": 0, "retakes": 99}
    people = [Row.model_validate(one) for one in rows or [{"name": f"Person {number}"} for number in range(1, 4)]]
    made = Made(f"sitting-{next(numbers)}", [])
    checks = checks or read_checks([SMALL], Faults(SMALL.parent), {})
    made.cards = create(made.id, title, Blueprint.model_validate(told | plan), checks, people, forms=1, repeat=repeat)
    if opened:
        acts.open_sitting("ana", made.id)
    return made


@pytest.fixture
def item_ids() -> Callable[[Made, int], list[str]]:
    """The items of a candidate's form in the candidate's order."""

    def of(made: Made, number: int = 1) -> list[str]:
        from counteroffer.server.bank import form_of
        from counteroffer.server.models import Candidate

        one = Candidate.objects.select_related("sitting").get(sitting=made.id, number=number)
        return form_of(one.sitting, one)

    return of
