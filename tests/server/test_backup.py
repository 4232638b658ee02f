"""A copy that is taken while answers are saved: whole, of one moment, and brought back on either database, at another version too."""

from __future__ import annotations

import itertools
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, connections

from counteroffer.server.database import database, use
from tests.server.conftest import VAULT, Made
from tests.server.live import PASSWORD, browser, command, create, post, served
from tests.server.test_background import save

copies = itertools.count(1)
OPTIONS = ["this-one", "that-one", "third"]


class Saver(threading.Thread):
    """A candidate who changes one answer over and over; `revision` is the last that was acknowledged."""

    def __init__(self, made: Made, number: int) -> None:
        super().__init__()
        self.browser, self.revision = made.at_work(number), 0
        self.begun, self.ended = threading.Event(), threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            self.revision = save(self.browser, "item-single", OPTIONS[self.revision % 3], self.revision).json()["revision"]
            if self.revision == 3:
                self.begun.set()
        connections.close_all()


@contextmanager
def another(store: str, folder: Path) -> Iterator[None]:
    """An empty database of the same kind, in the place of the one in use."""
    from counteroffer.server import running

    held = dict(connections.settings["default"])
    other = database(folder)
    if store == "postgresql":
        name = f"copy_{next(copies)}"
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        other = {**held, "NAME": name}
    running.stop()
    use(other)
    try:
        yield
    finally:
        running.stop()
        use(held)
        running.start(VAULT)


def test_a_copy_taken_amid_saves_is_of_one_moment(store: str, sitting: Made, tmp_path: Path) -> None:
    from counteroffer.server import backup, running
    from counteroffer.server.log import first_break
    from counteroffer.server.models import Answer, Candidate, Entry, Person

    savers = [Saver(sitting, number) for number in (1, 2)]
    for saver in savers:
        saver.start()
    for saver in savers:
        assert saver.begun.wait(30)
    before = [saver.revision for saver in savers]
    backup.write(tmp_path / "copy", b"the sealed keys")
    for saver in savers:
        saver.ended.set()
        saver.join()
    after = [saver.revision for saver in savers]
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
    found = backup.read(tmp_path / "copy")
    assert found.keys == b"the sealed keys"
    folder = tmp_path / "other"
    folder.mkdir()
    with another(store, folder):
        backup.restore(found)
        assert first_break(Entry.objects.order_by("seq")) is None
        for number, (least, most) in enumerate(zip(before, after, strict=True), start=1):
            one = Candidate.objects.get(sitting=sitting.id, number=number)
            answer = Answer.objects.get(candidate=one)
            assert least <= answer.revision <= most
            logged = Entry.objects.filter(sitting=sitting.id, kind="answer", by=f"candidate {number}")
            assert logged.count() == answer.revision, "table and log are of one moment"
            assert json.loads(logged.order_by("-seq")[0].data)["response"] == answer.response
        assert VAULT.open("person", Person.objects.get(candidate__sitting=sitting.id, candidate__number=3).name) == "Person 3"
        running.start(VAULT)
        again = sitting.client(1)
        revision = Answer.objects.get(candidate__sitting=sitting.id, candidate__number=1).revision
        assert save(again, "item-multiple", ["third"]).status_code == 200, "numbers of rows go on where they were"
        assert save(again, "item-single", "third", revision).status_code in {200, 409}
        with pytest.raises(backup.BackupError, match="a store here already"):
            backup.restore(found)


def test_a_copy_of_an_earlier_version_comes_up_in_this_one(store: str, tmp_path: Path) -> None:
    from django.db.migrations.executor import MigrationExecutor

    from counteroffer.server import backup
    from counteroffer.server.models import Staff, Transcript

    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    with another(store, tmp_path / "first"):
        executor = MigrationExecutor(connection)
        executor.migrate([("server", "0002_log_only_grows")])
        old = executor.loader.project_state([("server", "0002_log_only_grows")]).apps
        old.get_model("server", "Staff").objects.create(name="ana", password="x", role="examiner")  # noqa: S106
        backup.write(tmp_path / "copy", b"")
    found = backup.read(tmp_path / "copy")
    assert "transcript" not in found.rows
    with another(store, tmp_path / "second"):
        backup.restore(found)
        assert Staff.objects.get().name == "ana"
        assert not Transcript.objects.exists(), "the newer table is there"


@pytest.mark.parametrize("deed", ["cut", "other", "altered", "missing", "newer"])
def test_a_copy_that_is_none_or_was_altered_is_refused(store: str, sitting: Made, tmp_path: Path, deed: str) -> None:  # noqa: ARG001
    from counteroffer.server import backup

    whole, path = tmp_path / "whole", tmp_path / "copy"
    backup.write(whole, b"keys")
    data = whole.read_bytes()
    with zipfile.ZipFile(whole) as old:
        files = {name: old.read(name) for name in old.namelist()}
    if deed == "altered":
        files["answer.jsonl"] += b"{}\n"
    elif deed == "missing":
        del files["entry.jsonl"]
    elif deed == "newer":
        files["manifest.json"] = files["manifest.json"].replace(b'"counteroffer backup": 1', b'"counteroffer backup": 2')
    with zipfile.ZipFile(path, "w") as new:
        for name, content in files.items():
            new.writestr(name, content)
    if deed in {"cut", "other"}:
        path.write_bytes(data[: len(data) // 2] if deed == "cut" else b"not a copy")
    said = {"altered": r"answer\.jsonl in this copy was altered", "newer": "A newer version"}.get(deed, "is no copy")
    with pytest.raises(backup.BackupError, match=said):
        backup.read(path)


@pytest.mark.slow
def test_the_commands_copy_a_serving_store_and_bring_it_back(tmp_path: Path) -> None:
    code = create(tmp_path, "name\nAna\n")[0]
    copy = tmp_path / "exam.backup"
    assert command("staff", tmp_path / "exam", "ana").returncode == 0
    with served(tmp_path) as (_, address), browser(address) as staff, browser(address) as ana:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed="open")
        post(ana, "/", "/enter/", code=code)
        post(ana, "/sit/", "/sit/")
        post(ana, "/sit/1/", "/sit/1/", revision="0", go="flag")
        done = command("backup", tmp_path / "exam", copy)
        assert done.returncode == 0, done.stderr
        assert "1 sittings, 1 candidates" in done.stdout
    assert "is there already" in command("backup", tmp_path / "exam", copy).stderr
    assert "is not empty" in command("restore", tmp_path / "exam", copy).stderr
    second = tmp_path / "second"
    done = command("restore", second / "exam", copy)
    assert done.returncode == 0, done.stderr
    with served(second) as (_, address), browser(address) as ana:
        assert post(ana, "/", "/enter/", code=code).status_code == 302
        assert "data-flagged" in ana.get("/sit/1/").text
