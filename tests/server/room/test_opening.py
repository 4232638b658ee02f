"""How a room is opened: again with the keys of before or without them, kept or too old, with the book or without; and who gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from counteroffer.server.room.clock import DAY
from tests.server.room.conftest import ADDRESS, InRoom
from tests.server.room.test_room import text


def again(in_room: InRoom, folder: Path, *, keep: bool = False, book: bool = False, new_keys: bool = False) -> str:
    """Open the room again as a process does that was started anew; its new key."""
    from counteroffer.server.room.process import open_room

    return open_room(folder, in_room.course, ADDRESS, keep=keep, book=book, new_keys=new_keys).key


def enters(key: str) -> bool:
    from django.test import Client

    return Client().get(f"/key/{key}/")["Location"] == "/lead/"


def test_keys_of_before_open_a_room_that_is_started_again_unless_they_are_withdrawn(in_room: InRoom, tmp_path: Path) -> None:
    second = again(in_room, tmp_path)
    assert enters(in_room.key), "after a crash the facilitator's link works"
    third = again(in_room, tmp_path, new_keys=True)
    assert [enters(key) for key in (in_room.key, second, third)] == [False, False, True]
    assert in_room.lead.get("/lead/")["Location"].startswith("/lead/enter/")


@pytest.mark.parametrize("keep", [True, False])
def test_a_room_that_is_kept_counts_as_used(in_room: InRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool) -> None:
    from counteroffer.server.room import clock, oblivion, store

    later = clock.room_time() + DAY + 1
    monkeypatch.setattr(clock, "room_time", lambda: later)
    before = store.row()
    again(in_room, tmp_path, keep=keep)
    assert not oblivion.sweep()
    after = store.row()
    assert before
    assert after
    assert (after.code == before.code) == keep


def test_a_new_room_has_a_new_key_that_opens_it(in_room: InRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server import running
    from counteroffer.server.room import clock, files, store
    from counteroffer.server.vault import Vault, VaultError

    vault, old = running.now().vault, files.key(tmp_path)
    later = clock.room_time() + DAY + 1
    monkeypatch.setattr(clock, "room_time", lambda: later)
    try:
        again(in_room, tmp_path)
        assert files.key(tmp_path) != old
        running.now().vault = Vault(files.key(tmp_path))
        assert store.room().moves == 0
        running.now().vault = Vault(old)
        with pytest.raises(VaultError):
            store.room()
        with pytest.raises(VaultError):
            again(in_room, tmp_path)
    finally:
        running.now().vault = vault


def test_the_book_is_handed_to_phones_only_where_that_was_asked_for(in_room: InRoom, tmp_path: Path) -> None:
    from dataclasses import replace

    built = tmp_path / "_build" / "html"
    built.mkdir(parents=True)
    (built / "index.html").write_text("<h1>The book</h1>", encoding="utf-8")
    in_room.course = replace(in_room.course, root=tmp_path)
    phone = in_room.phone()
    again(in_room, tmp_path / "room")
    assert phone.get("/book/").status_code == 404
    assert "traces on this phone" not in text(phone, "/here/")
    assert "Phones cannot open the book." in text(in_room.lead, "/lead/")
    again(in_room, tmp_path / "room", book=True)
    answer = phone.get("/book/")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert "The book leaves traces on this phone" in text(phone, "/here/")
    assert "Phones can open the book." in text(in_room.lead, "/lead/")


def test_who_types_wrong_keeps_out_nobody_who_is_right(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client

    from counteroffer.server.limits import Bucket
    from counteroffer.server.room import join, lead

    monkeypatch.setattr(join, "wrong_letters", Bucket(2, 0))
    monkeypatch.setattr(lead, "wrong_keys", Bucket(1, 0))
    browser = Client()
    assert [browser.post("/join/", {"code": "AAAAAA"}).status_code for _ in range(3)] == [403, 403, 429]
    assert [browser.post("/lead/enter/", {"key": "A"}).status_code for _ in range(2)] == [403, 429], "each has a bucket of its own"
    assert browser.get("/key/AAAA-AAAA-AAAA-AAAA/")["Location"] == "/lead/enter/"
    assert browser.get(f"/key/{in_room.key}/")["Location"] == "/lead/"
    assert Client().post("/lead/enter/", {"key": in_room.key})["Location"] == "/lead/"
    assert browser.post("/join/", {"code": in_room.code})["Location"] == "/here/"


def test_who_has_not_joined_is_given_the_rooms_own_script_and_styles_alone(in_room: InRoom) -> None:
    from django.test import Client

    assert in_room
    browser = Client()
    for name in ("room.js", "room.css", "book.css", "server.css"):
        answer = browser.get(f"/assets/x/{name}")
        assert answer.status_code == 200, name
        assert b"counteroffer" not in answer.content.lower(), name
    for name in ("sitting.js", "paper.css", "words-fr.js", "room.html"):
        assert browser.get(f"/assets/x/{name}").status_code == 404, name


def test_a_sweep_that_fails_is_tried_again(in_room: InRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from counteroffer.server.room import oblivion, process
    from counteroffer.server.writer import Unavailable

    assert in_room
    ended = threading.Event()
    tried: list[bool] = []

    def full_disk() -> bool:
        tried.append(True)
        if len(tried) == 1:
            raise Unavailable
        ended.set()
        return False

    monkeypatch.setattr(process, "_SWEEP", 0)
    monkeypatch.setattr(oblivion, "sweep", full_disk)
    process._sweeping(ended)
    assert len(tried) == 2
