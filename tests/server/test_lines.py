"""Lines that are slow, idle, too full or ambiguous: they hold up nobody but themselves."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.live import browser, create, post, served


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    folder = tmp_path_factory.mktemp("attacked")
    code = create(folder, "name\nAna\n")[0]
    with served(folder) as (_, address):
        yield address, code


def sent(address: str, head: str, body: bytes = b"") -> socket.socket:
    host, port = address.removeprefix("http://").split(":")
    line = socket.create_connection((host, int(port)), timeout=20)
    line.sendall(head.format(host=f"{host}:{port}").replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
    return line


def test_slow_and_broken_lines_hold_up_nobody(live: tuple[str, str]) -> None:
    """More lines than there are threads send half a form and wait; some ask for a page and do not read it."""
    address, code = live
    head = "POST /enter/ HTTP/1.1\nHost: {host}\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 400"
    lines = [sent(address, head, b"code=") for _ in range(24)]
    lines += [sent(address, "GET / HTTP/1.1\nHost: {host}\nX-Slow: yes") for _ in range(24)]
    with browser(address) as client:
        assert post(client, "/", "/enter/", code=code).headers["Location"] == "/sit/"
        assert client.get("/sit/").status_code == 200
    for line in lines:
        line.close()


@pytest.mark.skipif(sys.platform != "linux", reason="Left out: limits of a process, which are asked of Linux here")
def test_idle_lines_shut_nobody_out(tmp_path: Path) -> None:
    """More than a process may open where the system's habit is kept."""
    import resource

    create(tmp_path, "name\nAna\n")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    if before[1] < 2048:
        pytest.skip("Left out: more lines than this system lets a process open")
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
    try:
        with served(tmp_path) as (_, address):
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
            lines = [sent(address, "GET / HTTP/1.1\nHost: {host}\nX-Idle: yes") for _ in range(400)]
            with browser(address) as client:
                assert client.get("/").status_code == 200
            for line in lines:
                line.close()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize(("size", "address"), [(65 * 1024, "/enter/"), (65 * 1024, "/sit/save/"), (5 * 1024 * 1024, "/staff/new/")])
def test_a_body_that_is_too_large_is_not_read(live: tuple[str, str], size: int, address: str) -> None:
    with browser(live[0]) as client:
        answer = client.post(address, content=b"x" * size, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 413


def test_two_lengths_in_one_request_are_refused(live: tuple[str, str]) -> None:
    """What one server on the way would take for two requests."""
    head = "POST /enter/ HTTP/1.1\nHost: {host}\nContent-Length: 5\nTransfer-Encoding: chunked"
    line = sent(live[0], head, b"0\r\n\r\nGET /staff/ HTTP/1.1\r\nHost: x\r\n\r\n")
    said = line.recv(65536)
    line.close()
    assert said.startswith((b"HTTP/1.1 400", b"HTTP/1.1 403"))
    assert said.count(b"HTTP/1.1 ") == 1
    two = sent(live[0], "POST /enter/ HTTP/1.1\nHost: {host}\nContent-Length: 5\nContent-Length: 6", b"abcdef")
    assert two.recv(65536).startswith(b"HTTP/1.1 400")
    two.close()
