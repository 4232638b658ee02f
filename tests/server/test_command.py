"""The commands: a sitting from files, and what they say of wrong ones (status 2, never a traceback)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.server.live import PLAN, bank, command, create

pytestmark = pytest.mark.slow


def refused(*arguments: str | Path) -> str:
    done = command(*arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_sitting_is_made_once_and_its_cards_are_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = create(tmp_path, "name,language,extra_minutes,break_minutes,group\nAna,en,15,5,\n<b>Bo</b>,ar,,,\n")
    assert len(set(codes)) == 2
    cards = tmp_path / "exam" / "cards-sitting-1.html"
    assert "&lt;b&gt;Bo" in cards.read_text(encoding="utf-8")
    if os.name != "nt":
        assert cards.stat().st_mode & 0o077 == 0
    again: list[str | Path] = [
        "create",
        tmp_path / "exam",
        "--candidates",
        tmp_path / "candidates.csv",
        "--root",
        tmp_path / "course",
        "--bank",
        tmp_path / "bank",
        "--blueprint",
        tmp_path / "blueprint.yml",
    ]
    assert "already" in refused(*again)
    monkeypatch.setattr("tests.server.live.environment", lambda: {**os.environ, "COUNTEROFFER_PASSPHRASE": "another"})
    assert "passphrase does not open" in refused(*again)


def test_wrong_files_are_said_by_line(tmp_path: Path, small: Path) -> None:
    candidates, plan = tmp_path / "candidates.csv", tmp_path / "blueprint.yml"
    plan.write_text(PLAN, encoding="utf-8")
    asked: list[str | Path] = [
        "create",
        tmp_path / "exam",
        "--candidates",
        candidates,
        "--root",
        small,
        "--bank",
        bank(tmp_path),
        "--blueprint",
        plan,
        "--forms",
        "1",
    ]
    candidates.write_text("name,extra_minutes\nAna,long\n,5\nAna,1\n", encoding="utf-8")
    said = refused(*asked)
    for place in ("candidates.csv:2: error: extra_minutes", "candidates.csv:3: error: name", "2 faults"):
        assert place in said
    candidates.write_text("name,shoe_size\nAna,40\n", encoding="utf-8")
    assert "candidates.csv:2: error: shoe_size" in refused(*asked)
    candidates.write_bytes(b"name\nAn\xff\n")
    assert "no CSV in UTF-8" in refused(*asked)
    candidates.write_text("name\nAna\n", encoding="utf-8")
    plan.write_text(PLAN.replace("items: 5", "items: 4"), encoding="utf-8")
    assert "blueprint.yml:4: error:" in refused(*asked)
    plan.write_text(PLAN.replace("5", "9"), encoding="utf-8")
    assert "CO1 wants 9 items and lacks 4" in refused(*asked)
    assert "no id of a sitting" in refused(*asked, "--sitting", "No id")
    assert "looks like postgresql://" in refused(*asked, "--database", "mysql://x")
    assert "no keys here" in refused("serve", tmp_path / "nowhere")


def test_roles_and_short_passwords_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create(tmp_path, "name\nAna\n")
    assert "There is no role `king`" in refused("staff", tmp_path / "exam", "bo", "--role", "king")
    assert command("staff", tmp_path / "exam", "bo", "--second-factor").stdout.count("Secret for the authenticator") == 1
    assert "logs in already" in refused("staff", tmp_path / "exam", "bo")
    environment = {**os.environ, "COUNTEROFFER_PASSPHRASE": "a passphrase", "COUNTEROFFER_STAFF_PASSWORD": "short"}
    monkeypatch.setattr("tests.server.live.environment", lambda: environment)
    assert "12 or more" in refused("staff", tmp_path / "exam", "cy")


def test_a_sealed_list_is_opened_by_its_passphrase_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = create(tmp_path, "name\nAna\nBo\n")
    candidates = tmp_path / "candidates.csv"
    sealed = tmp_path / "candidates.csv.sealed"
    assert command("seal", candidates).returncode == 0
    assert b"Ana" not in sealed.read_bytes()
    assert "is there already" in refused("seal", candidates)
    asked: list[str | Path] = ["create", tmp_path / "exam", "--candidates", sealed, "--bank", tmp_path / "bank"]
    asked += ["--root", tmp_path / "course", "--blueprint", tmp_path / "blueprint.yml", "--forms", "1", "--sitting", "again"]
    assert "2 of them would meet questions that they have seen, up to 5 each" in refused(*asked)
    done = command(*asked, "--repeat")
    assert done.returncode == 0, done.stderr
    again = (tmp_path / "exam" / "cards-again.html").read_text(encoding="utf-8")
    assert "Bo" in again
    assert not any(code in again for code in codes)
    monkeypatch.setattr("tests.server.live.environment", lambda: {**os.environ, "COUNTEROFFER_PASSPHRASE": "another"})
    assert "does not open this file" in refused(*asked)
    sealed.write_bytes(sealed.read_bytes()[:-9])
    assert "cut short or altered" in refused(*asked)
