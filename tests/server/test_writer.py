"""The one writer: what it acknowledges is on the disk, a full disk is said, one wrong change spoils no other; and the log only grows."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, connections, transaction

from counteroffer.server import running
from counteroffer.server.writer import Unavailable
from tests.server.conftest import Made


def test_a_change_that_fails_fails_alone(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Staff

    ready, go = threading.Event(), threading.Event()
    errors: list[str] = []

    def held() -> None:
        ready.set()
        go.wait()

    def wrong() -> None:
        Staff.objects.create(name="spoilt", role="auditor")
        raise LookupError

    def ask(change: Callable[[], object]) -> None:
        try:
            running.write(change)
        except LookupError:
            errors.append("mine")
        connections.close_all()

    changes = [
        held,
        wrong,
        lambda: Staff.objects.create(name="kept", role="auditor"),
        lambda: Staff.objects.create(name="kept too", role="auditor"),
    ]
    threads = [threading.Thread(target=ask, args=(changes[0],))]
    threads[0].start()
    ready.wait()
    threads += [threading.Thread(target=ask, args=(change,)) for change in changes[1:]]
    for thread in threads[1:]:
        thread.start()
    go.set()
    for thread in threads:
        thread.join()
    assert errors == ["mine"]
    assert sorted(Staff.objects.values_list("name", flat=True)) == ["kept", "kept too"]


def test_nobody_hears_of_a_change_before_it_is_committed(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Staff

    seen: list[bool] = []

    def ask(number: int) -> None:
        running.write(lambda: Staff.objects.create(name=f"heard {number}", role="auditor"))
        # in another connection than the writer's
        seen.append(Staff.objects.filter(name=f"heard {number}").exists())
        connections.close_all()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 12


def test_a_commit_that_fails_is_told_to_everybody_as_503(sitting: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server.models import Answer

    browser = sitting.at_work()
    browser.raise_request_exception = False
    asked = json.dumps({"item": "item-single", "response": "third", "revision": 0})

    def full(*_: object) -> None:
        raise DatabaseError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(type(connections["default"]), "_commit", full)
        answer = browser.post("/sit/save/", asked, content_type="application/json")
        plain = browser.post("/sit/1/", {"revision": 0, "go": "next"})
    assert (answer.status_code, plain.status_code) == (503, 503)
    assert "Nothing of this page was kept" in plain.content.decode()
    assert not Answer.objects.filter(candidate__sitting=sitting.id).exists()
    assert browser.post("/sit/save/", asked, content_type="application/json").status_code == 200, "it goes on once there is room"


def test_a_store_that_really_fails_amid_a_change_keeps_nothing_of_it_and_goes_on(store: str) -> None:
    """SQLite's file is full; PostgreSQL's own end of the line is killed."""
    from counteroffer.server.models import Staff

    asked = {"sqlite": "PRAGMA max_page_count = 1", "postgresql": "SELECT pg_terminate_backend(pg_backend_pid())"}

    def fill() -> None:
        Staff.objects.create(name="first", role="auditor")
        with connection.cursor() as cursor:
            cursor.execute(asked[store])
        for number in range(400):
            Staff.objects.create(name=f"{number} " + "x" * 40, password="x" * 200, role="auditor")

    with pytest.raises(Unavailable):
        running.write(fill)
    assert not Staff.objects.filter(name="first").exists()
    running.write(lambda: Staff.objects.create(name="after", role="auditor"))


def test_every_commit_is_flushed(store: str) -> None:
    asked = {"sqlite": ("PRAGMA journal_mode", "PRAGMA synchronous"), "postgresql": ("SHOW fsync", "SHOW synchronous_commit")}

    def told() -> list[object]:
        with connection.cursor() as cursor:
            return [(cursor.execute(one), cursor.fetchone()[0])[1] for one in asked[store]]

    # 2 is FULL
    assert running.write(told) == {"sqlite": ["wal", 2], "postgresql": ["on", "on"]}[store]


@pytest.mark.parametrize("deed", ["UPDATE server_entry SET data = '{}'", "DELETE FROM server_entry"])
def test_the_database_refuses_to_change_the_log(sitting: Made, deed: str) -> None:
    from counteroffer.server.models import Entry

    before = Entry.objects.filter(sitting=sitting.id).count()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(deed)
    assert Entry.objects.filter(sitting=sitting.id).count() == before > 0


def test_an_altered_line_and_a_missing_one_are_found(sitting: Made) -> None:
    from counteroffer.server.log import digest, first_break
    from counteroffer.server.models import Entry

    sitting.at_work()
    entries = list(Entry.objects.order_by("seq"))
    assert first_break(entries) is None
    assert first_break(entries[:2] + entries[3:]) == 3
    entries[1].data = '{"altered":true}'
    assert first_break(entries) == 2
    entries[1].hash = digest(entries[1])
    assert first_break(entries) == 3


def test_names_stand_apart_and_the_log_proves_without_them(sitting: Made) -> None:
    from counteroffer.server.log import commitment, first_break
    from counteroffer.server.models import Entry, Person

    person = Person.objects.get(candidate__sitting=sitting.id, candidate__number=1)
    entry = Entry.objects.get(sitting=sitting.id, kind="candidate", data__contains='"number":1')
    name = running.now().vault.open("person", person.name)
    assert name == "Person 1"
    assert json.loads(entry.data)["who"] == commitment(person.salt, name)
    if connection.vendor == "sqlite":
        raw = sqlite3.connect(connection.settings_dict["NAME"])
        told = "\n".join(raw.iterdump())
        raw.close()
        assert "Person 1" not in told
        assert sitting.cards[0].code not in told
        assert "Not this." not in told, "the bank lies sealed"
    running.write(lambda: Person.objects.filter(candidate__sitting=sitting.id).delete())
    assert first_break(Entry.objects.order_by("seq")) is None


def test_models_and_migrations_agree(store: str) -> None:  # noqa: ARG001
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
