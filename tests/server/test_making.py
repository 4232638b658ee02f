"""A sitting made in the browser: from the server's own banks and blueprints alone, every fault beside its field, cards once."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conftest import SMALL
from tests.server.conftest import make
from tests.server.live import PLAN, bank
from tests.server.test_staff import on_duty, quick  # noqa: F401 (a fixture)

ids = (f"made-{number}" for number in itertools.count(1))


@pytest.fixture(scope="module")
def shelf(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:  # noqa: ARG001
    """A bank of five items, and a blueprint for one of them and one for nine."""
    from counteroffer.server import running
    from counteroffer.server.materials import Shelf

    folder = tmp_path_factory.mktemp("shelf")
    course = Path(shutil.copytree(SMALL, folder / "course", ignore=shutil.ignore_patterns("_build")))
    plans = [folder / name for name in ("one.yml", "nine.yml", "wrong.yml")]
    for path, number in zip(plans, ("1", "9", "1, CO2: 1"), strict=True):
        path.write_text(PLAN.replace("items: 5", f"items: {number[0]}").replace("CO1: 5", f"CO1: {number}"), encoding="utf-8")
    running.now().shelf = Shelf(course, [bank(folder)], plans)
    yield
    running.now().shelf = None


def asked(browser: Client, **more: Any) -> tuple[str, Any]:
    name = next(ids)
    told = {"sitting": name, "title": "A <b>title</b>", "blueprint": "one.yml", "bank": "bank", "forms": "2", "seed": ""}
    return name, browser.post("/staff/new/", told | {"candidates": f"name\nAna of {name}\nBo of {name}\n"} | more)


def said(answer: Any, field: str) -> str:
    """What stands beside a field that was refused."""
    assert answer.status_code == 422
    html = answer.content.decode()
    found = re.search(rf'<ul id="{field}-wrong" class="co-wrong">(.*?)</ul>', html)
    assert found, html
    assert re.search(rf'(id|name)="{field}"[^>]*aria-describedby="{field}-wrong', html) or field == "repeat"
    return found[1]


def test_an_examiner_makes_reads_and_opens_a_sitting(shelf: None) -> None:  # noqa: ARG001
    from counteroffer.server.models import Candidate, Entry

    browser = on_duty("examiner")
    assert ">bank</option>" in browser.get("/staff/new/").content.decode()
    name, made = asked(browser)
    watch = f"/staff/sittings/{name}/"
    assert (made.status_code, made["Location"]) == (302, watch)
    assert "A &lt;b&gt;title" in browser.get(watch).content.decode()
    assert browser.get(watch + "forms/2/").content.decode().count('class="co-item"') == 1
    codes = []
    for _ in range(2):
        cards = browser.post(watch + "cards/").content.decode()
        assert f"Bo of {name}" in cards
        codes.append(re.findall(r'<code dir="ltr">([\w-]+)</code>', cards))
    assert [len(one) for one in codes] == [2, 2]
    assert act_open(browser, name) == 302
    assert Client().post("/enter/", {"code": codes[0][0]}).status_code == 403, "an earlier card"
    assert Client().post("/enter/", {"code": codes[1][0]}).status_code == 302
    assert "one candidate at a time" in browser.post(watch + "cards/").content.decode()
    assert browser.post(watch + "cards/", {"number": "2"}).content.decode().count('<code dir="ltr">') == 1
    assert browser.post(watch + "cards/", {"number": "9"}).status_code == 409
    assert Candidate.objects.filter(sitting=name).count() == 2
    assert Entry.objects.filter(sitting=name, kind="cards").count() == 3
    assert Entry.objects.get(sitting=name, kind="create").by.startswith("staff ")


def act_open(browser: Client, name: str) -> int:
    status: int = browser.post(f"/staff/sittings/{name}/act/", {"deed": "open"}).status_code
    return status


def test_a_file_counts_and_its_faults_are_said_by_line(shelf: None) -> None:  # noqa: ARG001
    from counteroffer.server.models import Sitting

    browser = on_duty("examiner")
    file = SimpleUploadedFile("list.csv", b"name,extra_minutes\nCy,long\n,5\n")
    name, answer = asked(browser, file=file)
    wrong = said(answer, "candidates")
    assert "Line 2: extra_minutes" in wrong
    assert "Line 3: name" in wrong
    assert "Columns: name (or number)" in wrong
    assert "Cy,long" in answer.content.decode(), "to be mended where it stands"
    assert not Sitting.objects.filter(pk=name).exists()
    _, right = asked(browser, file=SimpleUploadedFile("list.csv", f"name\nCy of {name}\n".encode()))
    assert right.status_code == 302


def test_a_file_that_is_too_large_is_said_and_not_left_out(shelf: None) -> None:  # noqa: ARG001
    file = SimpleUploadedFile("list.csv", b"name\n" + b"x" * 3_000_000)
    assert "too large" in said(asked(on_duty("examiner"), file=file)[1], "candidates")


WRONG = [
    ("sitting", "No name", "small letters"),
    ("title", "", "up to 200 characters"),
    ("forms", "0", "from 1 to 500"),
    ("forms", "many", "from 1 to 500"),
    ("bank", "../../etc", "started with"),
    ("blueprint", "/etc/passwd", "started with"),
    ("candidates", "", "no candidates"),
]


@pytest.mark.parametrize(("field", "value", "words"), WRONG)
def test_what_is_wrong_stands_beside_its_field(shelf: None, field: str, value: str, words: str) -> None:  # noqa: ARG001
    assert words in said(asked(on_duty("examiner"), **{field: value})[1], field)


def test_what_the_bank_cannot_give_is_said_and_the_examiner_decides(shelf: None) -> None:  # noqa: ARG001
    browser = on_duty("examiner")
    assert "CO1 wants 9 items and lacks 4" in said(asked(browser, blueprint="nine.yml")[1], "bank")
    assert "the outcomes come to 2 items" in said(asked(browser, blueprint="wrong.yml")[1], "blueprint")
    name, made = asked(browser)
    assert made.status_code == 302
    assert "of this name already" in said(asked(browser, sitting=name)[1], "sitting")
    people = {"candidates": "name\nDi\n", "forms": "1"}
    for _ in range(5):
        assert asked(browser, **people)[1].status_code == 302
    refused = asked(browser, **people)[1]
    assert "would meet questions that they have seen" in said(refused, "repeat")
    assert 'name="repeat" value="yes"' in refused.content.decode()
    assert asked(browser, **people, repeat="yes")[1].status_code == 302


def test_only_an_examiner_makes_sittings_and_only_with_a_bank(store: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    from counteroffer.server import running

    made = make()
    monkeypatch.setattr(running.now(), "shelf", None)
    for role in ("invigilator", "auditor"):
        browser = on_duty(role)
        assert browser.get("/staff/new/").status_code == 403
        assert browser.post(f"/staff/sittings/{made.id}/cards/").status_code == 403
    assert "--bank FOLDER" in on_duty("examiner").get("/staff/new/").content.decode()
