"""Several processes on one PostgreSQL: one sitting, one order of revisions, one chain of the log; a killed process is begun anew."""

from __future__ import annotations

import itertools
import json
import threading
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest

from tests.server.live import PASSWORD, browser, command, create, post, served, token

pytestmark = pytest.mark.slow
OPTIONS = ["this-one", "that-one", "third"]


@pytest.fixture
def url(postgresql: str) -> str:
    """An empty database of the cluster."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS several WITH (FORCE)")
        connection.execute("CREATE DATABASE several")
    return postgresql.rsplit("/", 1)[0] + "/several"


def begun(address: str, code: str) -> tuple[httpx.Client, dict[str, str]]:
    """A device on which somebody is at work, and what its saves are sent with."""
    device = browser(address)
    post(device, "/", "/enter/", code=code)
    post(device, "/sit/", "/sit/")
    return device, {"X-CSRFToken": token(device, "/sit/1/")}


def opened(address: str) -> None:
    with browser(address) as staff:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        assert post(staff, "/staff/sittings/", "/staff/sittings/sitting-1/act/", deed="open").status_code == 302


def test_two_servers_share_a_sitting(url: str, tmp_path: Path) -> None:
    codes = create(tmp_path, "name\nAna\nBo\n", "--database", url)
    assert command("staff", tmp_path / "exam", "ana", "--database", url).returncode == 0
    more = ("--database", url)
    with served(tmp_path, *more) as (_, first), served(tmp_path, *more) as (_, second):
        opened(first)
        devices = [begun(address, codes[0]) for address in (first, second)]
        for at, base, response, status in [(0, 0, "third", 200), (1, 0, "that-one", 409), (1, 1, "this-one", 200), (0, 2, "that-one", 200)]:
            device, headers = devices[at]
            asked = {"item": "cert-single", "response": response, "revision": base}
            assert device.post("/sit/save/", json=asked, headers=headers).status_code == status
        sent: list[int] = []
        refused: list[int] = []

        def change(device: httpx.Client, headers: dict[str, str]) -> None:
            revision = 3
            for number in range(25):
                asked = {"item": "cert-single", "response": OPTIONS[(revision + number) % 3], "revision": revision}
                answer = device.post("/sit/save/", json=asked, headers=headers)
                (sent if answer.status_code == 200 else refused).append(answer.status_code)
                revision = answer.json()["revision"]

        threads = [threading.Thread(target=change, args=device) for device in devices]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert set(sent) == {200}
        assert set(refused) <= {409}
        assert len(sent) + len(refused) == 50
    with psycopg.connect(url) as connection:
        logged = [json.loads(data) for (data,) in connection.execute("SELECT data FROM server_entry WHERE kind = 'answer' ORDER BY seq")]
        revisions = [one["revision"] for one in logged]
        assert revisions == list(range(1, len(revisions) + 1)), "no revision is given twice"
        assert len(revisions) > 3
        stored = connection.execute("SELECT revision, response FROM server_answer").fetchone()
        assert stored == (revisions[-1], logged[-1]["response"])
        chain = connection.execute("SELECT seq, before, hash FROM server_entry ORDER BY seq").fetchall()
    assert [seq for seq, _, _ in chain] == list(range(1, len(chain) + 1))
    assert all(before == last for (_, _, last), (_, before, _) in itertools.pairwise(chain))


def test_one_command_serves_with_several_and_begins_a_killed_one_anew(url: str, tmp_path: Path) -> None:
    code = create(tmp_path, "name\nAna\n", "--database", url)[0]
    assert command("staff", tmp_path / "exam", "ana", "--database", url).returncode == 0
    with served(tmp_path, "--database", url, "--processes", "2") as (process, address):
        opened(address)
        parent = psutil.Process(process.pid)
        children = parent.children()
        assert len(children) == 2
        device, headers = begun(address, code)
        for revision, killed in enumerate([*children, None]):
            asked = {"item": "cert-single", "response": OPTIONS[revision], "revision": revision}
            assert device.post("/sit/save/", json=asked, headers=headers).json()["revision"] == revision + 1
            device.close()
            if killed:
                killed.kill()
                psutil.wait_procs([killed], timeout=20)
                device = browser(address)
                post(device, "/", "/enter/", code=code)
                headers = {"X-CSRFToken": token(device, "/sit/1/")}
        assert len({*parent.children()} - {*children}) == 2
        process.terminate()
        assert process.wait(30) == 0
    assert not [one for one in children if one.is_running()]


def test_several_processes_want_postgresql(tmp_path: Path) -> None:
    create(tmp_path, "name\nAna\n")
    done = command("serve", tmp_path / "exam", "--processes", "2")
    assert done.returncode == 2
    assert "want PostgreSQL" in done.stderr
