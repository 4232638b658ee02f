"""What a room leaves: nothing to read without its key, no ballot of a closed round, nothing of who left; and nothing once it is forgotten."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.server.room.conftest import InRoom
from tests.server.room.test_room import text

SECRETS = ("Zebra-Ibex", "wait-1", "speak-1", "Who was missing?")


def rows() -> list[Any]:
    """All that the tables of the room hold."""
    from counteroffer.server.room.tables import BallotRow, RoomRow, SeatRow

    return [value for table in (RoomRow, SeatRow, BallotRow) for row in table.objects.values_list() for value in row]


def busy(in_room: InRoom) -> tuple[Any, Any]:
    """A named phone that has voted and parked a question, and another that has voted."""
    named, other = in_room.phone(name="Zebra-Ibex"), in_room.phone(name="M")
    in_room.begin()
    in_room.do("vote")
    in_room.vote(named, choice="speak-1")
    in_room.vote(other, choice="-")
    named.post("/here/park/", {"text": "Who was missing?"})
    return named, other


def test_what_tells_of_anybody_is_sealed_and_as_long_for_one_as_for_another(in_room: InRoom) -> None:
    from counteroffer.server.room.tables import BallotRow, SeatRow

    named, _ = busy(in_room)
    kept = repr(rows())
    assert not [one for one in (*SECRETS, "small-case", named.cookies["room-seat"].value, in_room.key) if one in kept]
    for table, column in ((SeatRow, "person"), (BallotRow, "cells")):
        assert len({len(one) for one in table.objects.values_list(column, flat=True)}) == 1


def test_nothing_follows_the_order_in_which_people_came_and_voted(in_room: InRoom) -> None:
    from counteroffer.server.room.tables import BallotRow, SeatRow

    in_room.begin()
    in_room.do("vote")
    before: set[int] = set()
    came = []
    for _ in range(10):
        in_room.vote(in_room.phone(), choice="wait-1")
        numbers = {table: set(table.objects.values_list("pk", flat=True)) for table in (SeatRow, BallotRow)}
        came.append([next(iter(found - before)) for found in numbers.values()])
        before = set.union(*numbers.values())
    assert all(list(numbers) != sorted(numbers) for numbers in zip(*came, strict=True))


def test_closing_a_round_deletes_its_ballots_in_the_same_write(in_room: InRoom, store: str) -> None:
    from django.db import connection

    from counteroffer.server.room import store as rooms
    from counteroffer.server.room.tables import BallotRow

    busy(in_room)
    in_room.do("close")
    assert not BallotRow.objects.exists()
    now = rooms.room().now
    assert now
    assert now.rounds[0].phones["choice"]["speak-1"] == 1, "the count stays"
    if store == "sqlite":
        assert Path(f"{connection.settings_dict['NAME']}-wal").stat().st_size == 0, "nor does the database's log hold them"


def test_who_leaves_takes_vote_and_name_along(in_room: InRoom) -> None:
    from counteroffer.server.room.tables import BallotRow, SeatRow

    named, other = busy(in_room)
    other.post("/here/park/", {"text": "And the wall?"})
    assert "Zebra-Ibex" in text(in_room.lead, "/lead/")
    seat = SeatRow.objects.exclude(pk=BallotRow.objects.values_list("seat", flat=True)[0])
    assert (seat.count(), BallotRow.objects.count()) == (1, 2)
    answer = named.post("/leave/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.cookies["room-seat"].value == ""
    assert (SeatRow.objects.count(), BallotRow.objects.count(), len(in_room.hub.gone)) == (1, 1, 1)
    lead = text(in_room.lead, "/lead/")
    assert "Zebra-Ibex" not in lead
    assert "Who was missing?" in lead
    assert "And the wall? (M)" in lead


def test_a_question_that_is_hidden_for_good_is_kept_nowhere(in_room: InRoom) -> None:
    from counteroffer.server.room import store as rooms

    busy(in_room)
    in_room.do("moderate", key="1", state="hidden")
    assert "missing" not in rooms.room().model_dump_json()
    assert "Zebra" not in rooms.room().model_dump_json()


def test_forgetting_deletes_rows_numbers_log_and_key(in_room: InRoom, tmp_path: Path, store: str) -> None:
    from django.db import connection

    from counteroffer.server.room.house import house

    _, other = busy(in_room)
    house().key = tmp_path / "room.key"
    (tmp_path / "room.key").write_bytes(b"k" * 32)
    assert in_room.lead.post("/lead/forget/", {"sure": "on"})["Location"] == "/"
    assert (rows(), list(tmp_path.iterdir())) == ([], [])
    if store == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM sqlite_sequence WHERE name LIKE 'server_%row'")
            assert cursor.fetchone() == (0,)
        assert Path(f"{connection.settings_dict['NAME']}-wal").stat().st_size == 0
    answer = other.get("/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert (answer.cookies["room-seat"].value, answer.cookies["room-lead"].value) == ("", "")


def test_a_log_that_another_program_holds_is_told(in_room: InRoom, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection

    from counteroffer.server.room import store as rooms

    if store != "sqlite":
        return
    monkeypatch.setattr(rooms, "_PATIENCE", 1)
    busy(in_room)
    reader = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM server_seatrow").fetchone()
    answer = in_room.lead.post("/lead/forget/", {"sure": "on"})
    reader.close()
    assert "but traces are left" in answer.content.decode()
    assert rows() == []


def test_a_room_that_cannot_be_forgotten_says_that_nothing_was_deleted(in_room: InRoom, store: str) -> None:
    from django.db import connection

    from counteroffer.server import running

    if store != "sqlite":
        return

    def read_only() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only=ON")

    busy(in_room)
    running.write(read_only)
    answer = in_room.lead.post("/lead/forget/", {"sure": "on"})
    assert answer.status_code == 503
    said = answer.content.decode()
    assert "Nothing was deleted" in said
    assert "press Ctrl+C" in said
    assert "Zebra-Ibex" in text(in_room.lead, "/lead/"), "as it says"


opened: list[tuple[str, int]] = []
hooked: list[bool] = []


def _seen(event: str, given: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(given[0], str | os.PathLike):
        opened.append((os.fspath(given[0]), given[2]))


def test_files_are_overwritten_where_they_lie_the_key_first_and_then_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server.room import files

    names = [files.KEY, files.FILE, f"{files.FILE}-wal", f"{files.FILE}-shm"]
    for name in names:
        (tmp_path / name).write_bytes(b"secret " * 1000)
        os.link(tmp_path / name, tmp_path / f"block of {name}")
    synced: list[list[bool]] = []
    flush = os.fsync

    def fsync(number: int) -> None:
        flush(number)
        assert all((tmp_path / name).is_file() for name in names), "nothing is removed before all is overwritten"
        synced.append([b"secret" in (tmp_path / name).read_bytes() for name in names])

    monkeypatch.setattr(os, "fsync", fsync)
    if not hooked:
        sys.addaudithook(_seen)
        hooked.append(True)
    opened.clear()
    assert [path.name for path in files.delete(tmp_path)] == names
    assert synced == [[place > done for place in range(4)] for done in range(4)]
    written = [flags for path, flags in opened if Path(path).name in names and flags & (os.O_RDWR | os.O_WRONLY)]
    assert len(written) == 4
    assert not any(flags & os.O_TRUNC for flags in written), "a file that is cut off has given its blocks back unwritten"
    assert all((tmp_path / f"block of {name}").read_bytes() == bytes(7000) for name in names)
    assert not [name for name in names if (tmp_path / name).exists()]


def test_a_key_of_zeros_is_none_and_a_database_is_its_owners_alone(tmp_path: Path) -> None:
    from counteroffer.server.room import files

    (tmp_path / files.KEY).write_bytes(bytes(32))
    made = files.key(tmp_path)
    assert any(made)
    assert files.key(tmp_path) == made
    assert files.new_key(tmp_path) != made
    (tmp_path / files.FILE).touch(0o644)
    if os.name == "posix":
        assert files.database(tmp_path).stat().st_mode & 0o777 == 0o600
        assert (tmp_path / files.KEY).stat().st_mode & 0o777 == 0o600
