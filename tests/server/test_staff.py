"""Staff: log-in, lock, second factor; what each role may do; the buttons of the watch."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pyotp
import pytest
from django.test import Client

from tests.server.conftest import Made, make

PASSWORD = "long enough for this"  # noqa: S105
names = (f"staff-{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less memory and one pass a password: what is tested is not argon2. And guesses enough for a whole module."""
    from django.contrib.auth.hashers import Argon2PasswordHasher

    from counteroffer.server import staff
    from counteroffer.server.limits import Bucket

    monkeypatch.setattr(staff, "wrong_passwords", Bucket(1000, 1))
    monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 64)
    monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)


def log_in(name: str, password: str = PASSWORD, **more: str) -> tuple[Client, Any]:
    browser = Client()
    return browser, browser.post("/staff/", {"name": name, "password": password, **more})


def on_duty(role: str) -> Client:
    from counteroffer.server.accounts import add

    name = next(names)
    add(name, PASSWORD, role)
    browser, answer = log_in(name)
    assert answer.status_code == 302
    return browser


def act(browser: Client, made: Made, deed: str, **more: object) -> Any:
    return browser.post(f"/staff/sittings/{made.id}/act/", {"deed": deed, **more})


def test_a_sitting_is_run_by_its_buttons(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Sitting

    made, browser = make(opened=False), on_duty("examiner")
    watch = f"/staff/sittings/{made.id}/"
    candidate = made.client()
    assert "not open yet" in candidate.get("/sit/").content.decode()
    candidate.post("/sit/")
    deeds: list[tuple[str, dict[str, object]]] = [
        ("open", {}),
        ("pause", {}),
        ("go-on", {}),
        ("extend", {"minutes": 5}),
        ("extend", {"minutes": 7, "number": 2}),
    ]
    for deed, more in deeds:
        assert act(browser, made, deed, **more).status_code == 302, deed
    candidate.post("/sit/")
    html = browser.get(watch).content.decode()
    assert "Person 1" in html
    assert "0:35" in html
    assert "0:42" in html
    for deed, more in [("annul", {"number": 1, "reason": "A reason."}), ("close", {}), ("release", {})]:
        assert act(browser, made, deed, **more).status_code == 302, deed
    assert Sitting.objects.get(pk=made.id).state == "released"
    assert "Every line of the whole log" in browser.get(watch + "log/").content.decode()
    refused = act(browser, made, "open")
    assert refused.status_code == 409
    assert "The sitting is released" in refused.content.decode()


@pytest.mark.parametrize(
    "more", [{}, {"minutes": "many"}, {"minutes": "9999"}, {"minutes": 5, "number": 99}, {"minutes": 5, "number": "x"}]
)
def test_what_makes_no_sense_is_said(store: str, more: dict[str, object]) -> None:  # noqa: ARG001
    assert act(on_duty("examiner"), make(), "extend", **more).status_code == 409


def test_each_role_may_do_its_own(store: str) -> None:  # noqa: ARG001
    made = make()
    base = f"/staff/sittings/{made.id}/"
    invigilator, auditor = on_duty("invigilator"), on_duty("auditor")
    assert act(invigilator, made, "pause").status_code == 302
    for browser, deed in (
        (invigilator, "annul"),
        (invigilator, "release"),
        (auditor, "go-on"),
        (auditor, "extend"),
        (invigilator, "nonsense"),
    ):
        assert act(browser, made, deed, number=1, reason="x", minutes=1).status_code == 403, deed
    assert [invigilator.get(base + page).status_code for page in ("forms/1/", "log/")] == [404, 404]
    assert [auditor.get(base + page).status_code for page in ("forms/1/", "log/")] == [404, 200]
    assert "Person 1" not in auditor.get(base).content.decode()
    assert made.client().get(base)["Location"] == "/staff/", "a candidate is no staff"


def test_an_examiner_reads_a_form_and_the_log_says_so(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Entry

    made, browser = make(), on_duty("examiner")
    html = browser.get(f"/staff/sittings/{made.id}/forms/1/").content.decode()
    assert html.count('class="co-item"') == 5
    assert Entry.objects.filter(sitting=made.id, kind="form-read").exists()
    assert browser.get(f"/staff/sittings/{made.id}/forms/2/").status_code == 404


def test_wrong_passwords_lock_a_name_for_a_while(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add
    from counteroffer.server.models import Staff
    from counteroffer.server.staff import WRONG

    name = next(names)
    add(name, PASSWORD, "examiner")
    assert [log_in(name, "wrong")[1].status_code for _ in range(WRONG)] == [403] * WRONG
    assert log_in(name)[1].status_code == 429
    Staff.objects.filter(name=name).update(locked=time.time() - 1)
    assert log_in(name)[1].status_code == 302
    assert log_in("nobody")[1].status_code == 403


def test_a_second_factor_is_good_once(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add

    name = next(names)
    secret = add(name, PASSWORD, "examiner", second_factor=True)
    code = pyotp.TOTP(secret).now()
    assert log_in(name)[1].status_code == 403
    assert log_in(name, totp=code)[1].status_code == 302
    assert log_in(name, totp=code)[1].status_code == 403


def test_a_short_password_is_refused(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add

    with pytest.raises(ValueError, match="12 or more"):
        add(next(names), "short", "examiner")


def test_a_log_in_ends_after_eight_hours(store: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    from counteroffer.server import duty

    browser = on_duty("examiner")
    assert browser.get("/staff/sittings/").status_code == 200
    monkeypatch.setattr(duty, "LASTS", -1)
    assert browser.get("/staff/sittings/")["Location"] == "/staff/"
