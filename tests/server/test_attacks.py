"""What somebody in the room, or on its network, would try."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from counteroffer.course.diagnostics import CourseError
from counteroffer.exam.candidates import candidates_in
from tests.server.conftest import Made, make
from tests.server.routes import addresses
from tests.server.test_staff import PASSWORD, log_in, names, on_duty, quick

__all__ = ["quick"]


def test_a_session_that_somebody_planted_is_not_the_one_that_is_logged_in(sitting: Made) -> None:
    from counteroffer.server.accounts import add

    name = next(names)
    add(name, PASSWORD, "examiner")
    for address, fields in (("/enter/", {"code": sitting.cards[0].code}), ("/staff/", {"name": name, "password": PASSWORD})):
        victim = Client()
        victim.cookies[settings.SESSION_COOKIE_NAME] = planted = "planted0" * 4
        victim.get("/")
        assert victim.post(address, fields).status_code == 302
        assert victim.cookies[settings.SESSION_COOKIE_NAME].value != planted
        attacker = Client()
        attacker.cookies[settings.SESSION_COOKIE_NAME] = planted
        assert attacker.get("/sit/1/")["Location"] == "/"
        assert attacker.get("/staff/sittings/")["Location"] == "/staff/"


def test_a_new_card_ends_the_code_before_and_every_log_in_by_it(sitting: Made) -> None:
    from counteroffer.server.create import recode

    thief = sitting.at_work(1)
    assert thief.get("/sit/1/").status_code == 200
    card = recode("ana", sitting.id, 1)[0]
    assert thief.get("/sit/1/")["Location"] == "/"
    asked = {"item": "item-single", "response": "third", "revision": 0}
    assert thief.post("/sit/save/", asked, content_type="application/json").status_code == 302
    assert Client().post("/enter/", {"code": sitting.cards[0].code}).status_code == 403
    own = Client()
    assert own.post("/enter/", {"code": card.code}).status_code == 302
    assert own.get("/sit/1/").status_code == 200


def test_wrong_codes_of_others_shut_nobody_out(sitting: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server import door
    from counteroffer.server.limits import Bucket
    from counteroffer.server.models import Entry

    before = Entry.objects.filter(kind="code-refused").count()
    monkeypatch.setattr(door, "wrong_codes", Bucket(2, 0))
    assert [Client().post("/enter/", {"code": "WRONG"}).status_code for _ in range(4)] == [403, 403, 429, 429]
    assert Entry.objects.filter(kind="code-refused").count() == before + 2, "nor do they fill the log"
    sitting.client()


def test_no_form_is_taken_from_a_foreign_page(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Candidate, Sitting

    made = make()
    for browser_ in (made.at_work(1), on_duty("examiner")):
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = browser_.cookies
        for address in addresses(made.id):
            answer = strict.post(address, {"deed": "close", "go": "next", "code": made.cards[1].code})
            assert answer.status_code in {403, 405}, address
    assert Sitting.objects.get(pk=made.id).state == "open"
    assert Candidate.objects.get(sitting=made.id, number=1).state == "sitting"


def test_a_candidate_reaches_no_other_seat_and_no_other_sitting(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Answer

    one, other = make(), make()
    first, second = one.at_work(1), other.at_work(1)
    # what names somebody else changes nothing: who it is stands in the session alone
    sent = {"revision": 0, "go": "next", "candidate": "2", "sitting": other.id, "number": "2", "state": "submitted"}
    first.post("/sit/1/", {"item-single": "third", **sent})
    first.post(f"/sit/1/?sitting={other.id}&candidate=2", {"item-single": "third", **sent})
    second.post("/leave/")
    assert not Answer.objects.filter(candidate__sitting=other.id).exists()
    assert not Answer.objects.filter(candidate__sitting=one.id).exclude(candidate__number=1).exists()
    assert first.get("/sit/1/").status_code == 200
    for address in addresses(other.id):
        if address.startswith("/staff/") and address != "/staff/":
            answer = first.post(address) if address.endswith(("/act/", "/cards/", "/leave/")) else first.get(address)
            assert answer["Location"] == "/staff/", address


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::1", ""])
def test_a_name_that_is_not_the_servers_own_is_refused(sitting: Made, host: str) -> None:
    browser_ = sitting.client()
    answer = browser_.get("/sit/", HTTP_HOST=host)
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()
    forwarded = browser_.get("/sit/1/", HTTP_X_FORWARDED_HOST=host, HTTP_X_FORWARDED_PROTO="https")
    assert "evil" not in forwarded["Location"]


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT"])
def test_ways_of_asking_that_no_page_uses_are_refused(sitting: Made, method: str) -> None:
    browser_ = sitting.at_work()
    for address in addresses(sitting.id):
        assert browser_.generic(method, address).status_code in {302, 405}, address


def test_a_text_that_the_database_cannot_hold_spoils_nobodys_save(sitting: Made) -> None:
    """PostgreSQL stores no NUL; a write that fails in the store takes those with it that are written together."""
    browser_ = sitting.at_work()
    asked = {"item": "item-single\x00", "response": None, "revision": 0}
    assert browser_.post("/sit/save/", asked, content_type="application/json").status_code == 400
    for address, field in (("/staff/", "name"), ("/enter/", "code"), ("/sit/1/", "item-single"), ("/sit/1/", "\x00")):
        assert browser_.post(address, {field: "a\x00b"}).status_code == 400, address
    assert browser_.post("/sit/1/", {"revision": "9" * 5000, "go": "9" * 5000}).status_code == 302
    multipart = browser_.post("/sit/save/", {"item": "item-single"})
    assert multipart.status_code == 400


@pytest.mark.parametrize("field", ["name", "group"])
@pytest.mark.parametrize("sign", ["\t", "\x00", "\x1b", "\x7f"])
def test_no_sign_that_cannot_be_printed_comes_in_by_the_list(field: str, sign: str) -> None:
    told = {"name": "Ana", "group": "one", field: f"a{sign}=1+1"}
    with pytest.raises(CourseError):
        candidates_in(f"name,group\n{told['name']},{told['group']}\n".encode(), Path("list.csv"))


def test_a_copy_that_names_files_elsewhere_is_no_copy(tmp_path: Path) -> None:
    from counteroffer.server import backup

    for name in ("../../evil", "/etc/passwd", "keys.sealed"):
        path = tmp_path / "forged.backup"
        with zipfile.ZipFile(path, "w") as whole:
            whole.writestr("keys.sealed", b"{}")
            tables = {name: {"rows": 1, "sha256": hashlib.sha256(b"{}").hexdigest()}}
            told = {"counteroffer backup": 1, "migration": "0001_initial", "keys": hashlib.sha256(b"{}").hexdigest(), "tables": tables}
            whole.writestr("manifest.json", json.dumps(told))
        with pytest.raises(backup.BackupError):
            backup.read(path)
        path.unlink()
    assert [*tmp_path.iterdir()] == []


def test_a_programme_that_changes_on_and_on_is_slowed_and_fills_no_log(sitting: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    from counteroffer.server import limits
    from counteroffer.server.limits import Bucket
    from counteroffer.server.models import Candidate, Entry

    one = Candidate.objects.get(sitting=sitting.id, number=1)
    browser_, other = sitting.at_work(), sitting.at_work(2)
    monkeypatch.setitem(limits._changes, one.pk, Bucket(3, 0))

    def save(whose: Client, revision: int) -> int:
        asked = {"item": "item-single", "response": ["third", "this-one"][revision % 2], "revision": revision}
        return int(whose.post("/sit/save/", asked, content_type="application/json").status_code)

    lines = Entry.objects.count()
    # the page sends it again later, as when the store cannot be written
    assert [save(browser_, revision) for revision in (0, 1, 8, 8, 8)] == [200, 200, 409, 503, 503]
    assert Entry.objects.count() == lines + 3
    browser_.raise_request_exception = False
    assert browser_.post("/sit/break/", {"break": "begin"}).status_code == 503
    assert save(other, 0) == 200


def test_a_lock_shuts_out_strangers_and_no_device_that_is_known(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add
    from counteroffer.server.staff import WRONG

    name = next(names)
    add(name, PASSWORD, "invigilator")
    own, answer = log_in(name)
    assert answer.status_code == 302
    own.post("/staff/leave/")
    assert [log_in(name, "wrong")[1].status_code for _ in range(WRONG + 1)] == [403] * WRONG + [429]
    assert own.post("/staff/", {"name": name, "password": PASSWORD}).status_code == 302
    own.post("/staff/leave/")
    # a known device has few guesses of its own
    said = [own.post("/staff/", {"name": name, "password": "wrong"}).status_code for _ in range(WRONG + 1)]
    assert said == [403] * WRONG + [429]


def test_a_device_that_only_says_that_it_is_known_is_not(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.accounts import add
    from counteroffer.server.staff import WRONG

    one, other = next(names), next(names)
    for name in (one, other):
        add(name, PASSWORD, "invigilator")
    own, _ = log_in(other)
    mine = next(name for name in own.cookies if "device-" in name)
    for _ in range(WRONG):
        log_in(one, "wrong")
    theirs = f"device-{hashlib.sha256(one.encode()).hexdigest()[:12]}"
    signed = own.cookies[mine].value
    for claim in (signed, signed[:-1] + ("A" if signed[-1] != "A" else "B"), "known", ""):
        liar = Client()
        liar.cookies[theirs] = claim
        assert liar.post("/staff/", {"name": one, "password": PASSWORD}).status_code == 429, claim


def test_what_a_role_may_not_do_stands_in_the_log(sitting: Made) -> None:
    from counteroffer.server.models import Entry

    auditor = on_duty("auditor")
    base = f"/staff/sittings/{sitting.id}/"
    assert auditor.post(base + "act/", {"deed": "release"}).status_code == 403
    assert auditor.post(base + "cards/").status_code == 403
    assert auditor.get("/staff/new/").status_code == 403
    told = [json.loads(data)["deed"] for data in Entry.objects.filter(kind="not-allowed").order_by("-seq").values_list("data", flat=True)]
    assert told[:3] == ["create", "cards", "release"]


def test_every_answer_keeps_to_itself(sitting: Made) -> None:
    """Headers, on every address: nothing is embedded, cached, sniffed, read by another origin, or without its type."""
    for who in (sitting.at_work(), on_duty("examiner"), Client()):
        for address in [*addresses(sitting.id), "/nowhere/"]:
            answer = who.get(address)
            policy = answer["Content-Security-Policy"]
            assert all(one in policy for one in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")), (
                address
            )
            assert "unsafe" not in policy
            assert (answer["X-Content-Type-Options"], answer["Referrer-Policy"]) == ("nosniff", "same-origin"), address
            assert answer["Cache-Control"] == ("public, max-age=31536000, immutable" if address.startswith("/assets/") else "no-store"), (
                address
            )
            assert not [name for name in answer.headers if name.startswith("Access-Control")]
            kind = answer["Content-Type"]
            assert "charset=utf-8" in kind or kind in {"application/json", "application/pdf"}, address


def test_cookies_are_for_this_host_and_no_script(sitting: Made) -> None:
    for who in (sitting.client(), on_duty("examiner")):
        assert len(who.cookies) >= 2
        for cookie in who.cookies.values():
            assert (cookie["samesite"], bool(cookie["httponly"]), cookie["domain"], cookie["path"]) == ("Strict", True, "", "/"), cookie.key


def test_passwords_are_stored_by_argon2(store: str) -> None:  # noqa: ARG001
    from counteroffer.server.models import Staff

    on_duty("auditor")
    assert all(hashed.startswith("argon2$argon2id$") for hashed in Staff.objects.values_list("password", flat=True))


def test_wrong_passwords_are_capped_for_the_whole_server(store: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Each costs a fifth of a second of the machine, whatever name is typed."""
    from counteroffer.server import staff
    from counteroffer.server.limits import Bucket

    monkeypatch.setattr(staff, "wrong_passwords", Bucket(2, 0))
    assert [log_in(f"nobody-{number}")[1].status_code for number in range(4)] == [403, 403, 429, 429]


def test_logging_in_takes_only_some_of_the_threads(store: str) -> None:  # noqa: ARG001
    from counteroffer.server import passwords, serve

    assert passwords._asking._value < serve.THREADS
    held = passwords._asking._value
    for _ in range(held):
        assert passwords._asking.acquire(blocking=False)
    try:
        assert log_in("anybody")[1].status_code == 503
    finally:
        for _ in range(held):
            passwords._asking.release()
    assert log_in("anybody")[1].status_code == 403
