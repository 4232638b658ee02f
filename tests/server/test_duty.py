"""Passwords of staff and what ends a log-in."""

from __future__ import annotations

import time
from pathlib import Path

import pyotp
import pytest

from tests.server.live import command, create
from tests.server.test_staff import PASSWORD, log_in, names, on_duty, quick

__all__ = ["quick"]
OTHER = "another one, long enough"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "12 or more"),
        ("x" * 1001, "up to 1000"),
        ("a" * 14, "first that are guessed"),
        ("q1w2e3r4t5y6", "first that are guessed"),
        ("Counteroffer1", "little more than a name"),
        ("anastasija-ana", "little more than a name"),
        ("examination2026", "little more than a name"),
    ],
)
def test_a_password_that_would_be_guessed_is_refused(store: str, password: str, why: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add

    with pytest.raises(ValueError, match=why):
        add("anastasija", password, "examiner")


@pytest.mark.parametrize("password", ["correct horse battery", "پاسورډ دی اوږد دی", "x7" * 32 + "-abc", "       spaces count      "])
def test_any_signs_may_stand_in_a_password_and_all_of_them_count(store: str, password: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add

    name = next(names)
    add(name, password, "examiner")
    assert log_in(name, password)[1].status_code == 302
    assert log_in(name, password + " ")[1].status_code == 403
    assert log_in(name, password[:-1])[1].status_code == 403


def test_a_changed_password_ends_every_other_log_in(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add
    from counteroffer.server.models import Entry

    name = next(names)
    secret = add(name, PASSWORD, "examiner", second_factor=True)
    totp = pyotp.TOTP(secret)
    here, _ = log_in(name, totp=totp.now())
    told = {"password": PASSWORD, "new": OTHER, "again": OTHER}
    assert here.post("/staff/password/", told).status_code == 422, "the authenticator is asked for again"
    assert here.post("/staff/password/", told | {"password": "wrong"}).status_code == 422
    assert here.post("/staff/password/", told | {"new": "short", "again": "short"}).status_code == 422
    assert here.post("/staff/password/", told | {"again": OTHER + "."}).status_code == 422
    later = totp.at(int(time.time()) + totp.interval)
    assert here.post("/staff/password/", told | {"totp": later})["Location"] == "/staff/sittings/"
    assert here.get("/staff/sittings/").status_code == 200
    assert log_in(name, PASSWORD)[1].status_code == 403
    assert Entry.objects.filter(kind="password", by=f"staff {name}").exists()


def test_other_log_ins_end_and_an_idle_one(store: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    from counteroffer.server import duty
    from counteroffer.server.accounts import add

    name = next(names)
    add(name, PASSWORD, "examiner")
    here, there = log_in(name)[0], log_in(name)[0]
    assert here.post("/staff/password/", {"password": PASSWORD, "new": OTHER, "again": OTHER}).status_code == 302
    assert here.get("/staff/sittings/").status_code == 200
    assert there.get("/staff/sittings/")["Location"] == "/staff/"
    monkeypatch.setattr(duty, "IDLE", -1)
    assert here.get("/staff/sittings/")["Location"] == "/staff/"


def test_a_log_in_that_is_used_goes_on(store: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    from counteroffer.server import duty

    browser = on_duty("examiner")
    monkeypatch.setattr(duty, "_COARSE", -1)
    first = browser.session["seen"]
    browser.get("/staff/sittings/")
    assert browser.session["seen"] > first


def test_somebody_is_given_a_new_password_and_is_let_go_by_command(tmp_path: Path) -> None:
    create(tmp_path, "name\nAna\n")
    folder = tmp_path / "exam"
    assert command("staff", folder, "ana", "--renew").returncode == 2
    assert command("staff", folder, "ana").returncode == 0
    assert "--renew" in command("staff", folder, "ana").stderr
    assert "ended" in command("staff", folder, "ana", "--renew", "--second-factor").stdout
    assert "no more" in command("staff", folder, "ana", "--remove").stdout
    refused = command("staff", folder, "ana", "--remove")
    assert (refused.returncode, "Nobody called" in refused.stderr) == (2, True)
    assert command("staff", folder, "a\nb").returncode == 2


def test_a_renewed_and_a_removed_one_is_logged_out(store: str) -> None:  # noqa: ARG001
    from counteroffer.server import accounts

    name = next(names)
    accounts.add(name, PASSWORD, "examiner")
    browser = log_in(name)[0]
    accounts.renew(name, OTHER)
    assert browser.get("/staff/sittings/")["Location"] == "/staff/"
    browser = log_in(name, OTHER)[0]
    assert browser.get("/staff/sittings/").status_code == 200
    accounts.remove(name)
    assert browser.get("/staff/sittings/")["Location"] == "/staff/"
    assert log_in(name, OTHER)[1].status_code == 403
