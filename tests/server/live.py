"""A server as a body runs it: a process of the command line, in a folder of its own."""

from __future__ import annotations

import html
import os
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

SMALL = Path(__file__).parent.parent / "small"
PLAN = "items: 5\nminutes: 30\npass_mark: 0.5\noutcomes: {CO1: 5}\napply_or_analyse: 0\nset_items: 0\nrandom_at_most: 1\n"
# read once: certificates take longer to read than a page to ask for
_NO_TLS = ssl.create_default_context()
PASSWORD = "long enough for this"  # noqa: S105


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("exam", *arguments)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "counteroffer", *map(str, arguments)]
    return subprocess.run(whole, capture_output=True, text=True, env=environment(), check=False)


def environment() -> dict[str, str]:
    secrets = {"COUNTEROFFER_PASSPHRASE": "a passphrase", "COUNTEROFFER_ISSUER_PASSPHRASE": "a passphrase"}
    return {**os.environ, **secrets, "COUNTEROFFER_STAFF_PASSWORD": PASSWORD}


def bank(folder: Path) -> Path:
    """A bank of the small course's items under ids of their own."""
    text = (SMALL / "exercises/checks/first-unit.yml").read_text(encoding="utf-8")
    (folder / "bank").mkdir(exist_ok=True)
    (folder / "bank" / "certification.yml").write_text(
        text.replace("check: first-unit", "check: certification").replace("- id: item-", "- unit: first-unit\n  id: cert-"),
        encoding="utf-8",
    )
    return folder / "bank"


def create(folder: Path, candidates: str, *more: str) -> list[str]:
    """Make a sitting of these lines of CSV; the candidates' codes, read off the cards."""
    folder.mkdir(exist_ok=True)
    (folder / "candidates.csv").write_text(candidates, encoding="utf-8")
    (folder / "blueprint.yml").write_text(PLAN, encoding="utf-8")
    # a course that is read keeps something beside it, and the small one is copied by other tests
    course = shutil.copytree(SMALL, folder / "course", dirs_exist_ok=True)
    paths: list[str | Path] = [
        "--candidates",
        folder / "candidates.csv",
        "--root",
        course,
        "--bank",
        bank(folder),
        "--blueprint",
        folder / "blueprint.yml",
    ]
    done = command("create", folder / "exam", *paths, "--forms", "1", *more)
    assert done.returncode == 0, done.stdout + done.stderr
    cards = html.unescape((folder / "exam" / "cards-sitting-1.html").read_text(encoding="utf-8"))
    return re.findall(r"<code dir=\"ltr\">([\w-]+)</code>", cards)


@contextmanager
def served(folder: Path, *more: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process and its address; it is killed at the end."""
    whole = [sys.executable, "-m", "counteroffer", "exam", "serve", str(folder / "exam"), "--port", "0", *map(str, more)]
    with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        try:
            assert process.stdout
            said = process.stdout.readline()
            found = re.search(r"https?://[\d.]+:\d+", said)
            assert found, said + (process.stderr.read() if process.stderr else "")
            yield process, found[0]
        finally:
            process.kill()


def browser(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, timeout=30, verify=_NO_TLS)


def token(client: httpx.Client, page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(page, follow_redirects=True).text)
    assert found
    return found[1]


def post(client: httpx.Client, page: str, address: str, **fields: str) -> httpx.Response:
    """Send a form as it stands on a page."""
    return client.post(address, data={"csrfmiddlewaretoken": token(client, page), **fields})
