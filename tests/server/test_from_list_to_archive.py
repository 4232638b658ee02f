"""A sitting of thirty from the candidate list to certificates, report and archive, by the README's commands and over HTTP."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.credentials.conftest import PASSED, needs_pango
from tests.server.live import PASSWORD, bank, browser, create, post, run, served, token

pytestmark = [needs_pango, pytest.mark.slow]
NUMBER, PASSING = 30, 16
LOST, MORE_TIME, ANNULLED = {3, 13, 16}, {7, 17}, 5
RIGHT: dict[str, Any] = {
    "single": "that-one",
    "multiple": ["the-first", "third"],
    "ordering": ["earliest", "middle", "latest"],
    "matching": {"alpha": "one", "beta": "two", "gamma": "three"},
    "judgement": {"wait": 2, "ask": 4, "publish": 1},
}


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The server and every command store there."""
    monkeypatch.delenv("COUNTEROFFER_DATABASE", raising=False)
    if request.param == "sqlite":
        yield request.param
        return
    import psycopg

    url = request.getfixturevalue("postgresql")
    monkeypatch.setenv("COUNTEROFFER_DATABASE", url)
    yield request.param
    with psycopg.connect(url) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def done(*arguments: str | Path) -> str:
    said = run(*arguments)
    assert said.returncode == 0, said.stdout + said.stderr
    return said.stdout


def sit(address: str, number: int, code: str) -> httpx.Client:
    """A candidate from the code to the receipt; some go on on another device half-way."""
    client = enter(address, code)
    post(client, "/sit/", "/sit/")
    left = client.get("/sit/left/").json()["left"]
    assert (left > 44 * 60) == (number in MORE_TIME)
    html = client.get("/sit/all/").text
    items = re.findall(r'data-kind="(\w+)" data-item="([\w-]+)"', html)
    assert len(items) == 5
    save(client, items[:2], number)
    if number in LOST:
        client.close()
        client = enter(address, code)
        assert client.get("/sit/all/").text.count("data-given=") == 2, "what was kept is there on the other device"
    save(client, items[2:], number)
    post(client, "/sit/review/", "/sit/review/")
    assert "Your receipt" in client.get("/sit/receipt/").text
    return client


def enter(address: str, code: str) -> httpx.Client:
    client = browser(address)
    assert post(client, "/", "/enter/", code=code).headers["Location"] == "/sit/"
    return client


def save(client: httpx.Client, items: list[tuple[str, str]], number: int) -> None:
    """Those who are to pass know everything; the others answer one kind alone, and wrongly."""
    proof = {"X-CSRFToken": token(client, "/sit/1/")}
    for kind, item in items:
        if number <= PASSING or kind == "single":
            asked = {"item": item, "response": RIGHT[kind] if number <= PASSING else "third", "revision": 0}
            assert client.post("/sit/save/", json=asked, headers=proof).status_code == 200


def act(staff: httpx.Client, deed: str, **more: str) -> None:
    assert post(staff, "/staff/sittings/sitting-1/", "/staff/sittings/sitting-1/act/", deed=deed, **more).status_code == 302, deed


def rule(staff: httpx.Client, item: str, **fields: str) -> None:
    page = f"/staff/sittings/sitting-1/items/{item}/"
    assert post(staff, page, page, reason="An expert objected.", **fields).status_code == 302


def ask(client: httpx.Client, number: int) -> bool:
    """What a candidate reads of the result, and whether a certificate is wanted: with the name, without, or not."""
    html = client.get("/sit/receipt/").text
    assert ("Annulled" in html) == (number == ANNULLED)
    if number == ANNULLED:
        return False
    assert "No standard has been set" in html
    assert ("Passed." in html) == (PASSED.name in html) == (number <= PASSING)
    if number <= PASSING:
        post(client, "/sit/receipt/", "/sit/certificate/", certificate=("name", "word", "none")[number % 3])
    return number <= PASSING and number % 3 != 2


def second_bank(folder: Path) -> None:
    """Twice as many items, so that two forms differ."""
    text = (bank(folder) / "certification.yml").read_text(encoding="utf-8")
    text = text.replace("check: certification", "check: second").replace("id: cert-", "id: next-")
    (folder / "bank" / "second.yml").write_text(text, encoding="utf-8")


def together(*commands: Callable[[], str]) -> list[str]:
    """What commands say that do not wait for one another."""
    with ThreadPoolExecutor(len(commands)) as pool:
        return [one.result() for one in [pool.submit(command) for command in commands]]


@pytest.mark.usefixtures("stored")
def test_from_the_list_to_certificates_report_and_archive(tmp_path: Path) -> None:
    exam, issuer, out = tmp_path / "exam", tmp_path / "issuer", tmp_path / "certificates"
    second_bank(tmp_path)
    rows = [f"Person {number},{15 if number in MORE_TIME else ''}" for number in range(1, NUMBER + 1)]
    codes = create(tmp_path, "name,extra_minutes\n" + "\n".join(rows), "--forms", "2")
    (tmp_path / "achievement.json").write_text(json.dumps(PASSED.document()), encoding="utf-8")
    together(
        lambda: done("exam", "staff", exam, "ana"),
        lambda: done("certificate", "issuer", issuer, "--name", "The Issuer of the Tests"),
    )
    with served(tmp_path) as (_, address), browser(address) as staff:
        post(staff, "/staff/", "/staff/", name="ana", password=PASSWORD)
        act(staff, "open")
        clients = [sit(address, number, code) for number, code in enumerate(codes, start=1)]
        act(staff, "annul", number=str(ANNULLED), reason="Two people wrote one form.")
        act(staff, "close")
        rule(staff, "cert-single", **{"cert-single": "third"}, deed="beside")
        rule(staff, "next-ordering", deed="withdraw")
        done("exam", "offer", exam, "--achievement", tmp_path / "achievement.json", "--issuer", issuer, "--days", "730")
        act(staff, "release")
        agreed = sum(ask(client, number) for number, client in enumerate(clients, start=1))
        # while the server runs
        said = done("exam", "certify", exam, "--issuer", issuer, "--out", out)
        assert f"Issued {agreed} certificates" in said
        assert "It was issued" in clients[0].get("/sit/receipt/").text
        for client in clients:
            client.close()
    documents = {int(path.stem): path.read_text(encoding="utf-8") for path in out.glob("*.json")}
    assert set(documents) == {number for number in range(1, PASSING + 1) if number != ANNULLED and number % 3 != 2}
    assert all((f"Person {number}" in told) == (number % 3 == 0) for number, told in documents.items())
    verified = ["--issuer", str(issuer / "issuer.json"), "--status", str(issuer / "status.json")]
    word = next(row["word"] for row in csv.DictReader((out / "words.csv").open(encoding="utf-8")) if row["number"] == "1")
    together(lambda: done("verify", out / "3.pdf", *verified), lambda: done("verify", out / "1.json", *verified, "--word", word))
    ratings = [f"{judge},{start}-{kind},0.3" for judge in ("one", "two") for start in ("cert", "next") for kind in RIGHT]
    (tmp_path / "ratings.csv").write_text("judge,item,rating\n" + "\n".join(ratings), encoding="utf-8")
    assert "2 judges set the standard" in done("exam", "standard", exam, "--ratings", tmp_path / "ratings.csv")
    reported, exported = together(
        lambda: done("exam", "report", exam, "--out", tmp_path / "report"),
        lambda: done("exam", "export", exam, "--out", tmp_path / "answers.csv"),
    )
    assert "No standard" not in reported
    assert reported.count("pass at 1.") == 2, "30 % of the five or four marks of each form"
    assert f"of {NUMBER - 1} candidates" in exported
    assert "Person" not in (tmp_path / "answers.csv").read_text(encoding="utf-8")
    said = done("exam", "archive", exam, "--out", tmp_path / "sitting.tar", "--delete-personal-after", "2026-01-01")
    seal = re.search(r"minutes: ([0-9a-f ]+)", said)
    assert seal
    checked = done("exam", "archive", "--check", tmp_path / "sitting.tar", "--seal", seal[1])
    assert "Nothing was altered" in checked
    data = bytearray((tmp_path / "sitting.tar").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "sitting.tar").write_bytes(data)
    refused = run("exam", "archive", "--check", tmp_path / "sitting.tar")
    assert (refused.returncode, "Refused." in refused.stderr) == (1, True)
