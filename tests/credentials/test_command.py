"""From an issuer's folder to a verdict, by commands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counteroffer.cli import app
from tests.credentials.conftest import PASSED, needs_pango

pytestmark = needs_pango

SECRET = {"COUNTEROFFER_PASSPHRASE": "a passphrase"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments], env=SECRET)


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An issuer's folder, and what two people were issued from it; to be copied."""
    folder = tmp_path_factory.mktemp("issued")
    made = run("certificate", "issuer", folder / "office", "--name", "The Issuer of the Tests")
    assert made.exit_code == 0, made.output
    (folder / "achievement.json").write_text(json.dumps(PASSED.document()), encoding="utf-8")
    (folder / "passed.csv").write_text("number,name\n7,Élodie عمر\n8,\n", encoding="utf-8")
    made = run("certificate", "issue", folder / "office", folder / "achievement.json", folder / "passed.csv", "--out", folder / "out")
    assert made.exit_code == 0, made.output
    return folder


@pytest.fixture
def desk(issued: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued, tmp_path, dirs_exist_ok=True))


def look(desk: Path, name: str, *more: object) -> Result:
    office = desk / "office"
    return run("verify", desk / "out" / name, "--issuer", office / "issuer.json", "--status", office / "status.json", *more)


def test_issue_verify_revoke_rotate(desk: Path) -> None:
    for name in ("7.json", "7.pdf", "8.pdf"):
        assert look(desk, name).exit_code == 0, look(desk, name).output
    word = (desk / "out/words.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[1]
    assert look(desk, "8.json", "--word", word).exit_code == 0
    assert look(desk, "8.json", "--word", "guess").exit_code == 1
    assert run("certificate", "rotate", desk / "office").exit_code == 0
    assert run("certificate", "renew", desk / "office").exit_code == 0
    assert look(desk, "7.pdf").exit_code == 0
    number = json.loads((desk / "out/7.json").read_text(encoding="utf-8"))["id"]
    assert run("certificate", "revoke", desk / "office", number, "--reason", "Annulled.").exit_code == 0
    refused = look(desk, "7.pdf")
    assert refused.exit_code == 1
    assert "has been revoked" in refused.output
    assert look(desk, "8.pdf").exit_code == 0


def test_an_issuer_of_another_fingerprint_is_not_trusted(desk: Path) -> None:
    told = next(line for line in look(desk, "7.json").output.splitlines() if "fingerprint" in line)
    right = told.partition("fingerprint ")[2].rstrip(").")
    assert look(desk, "7.json", "--fingerprint", right.upper()).exit_code == 0
    assert look(desk, "7.json", "--fingerprint", "0000 " + right[5:]).exit_code == 3
    assert run("verify", desk / "out/7.json").exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["verify", "none.json"], "none.json:1: It cannot be read"),
        (["verify", "passed.csv"], "passed.csv:1: This is not JSON"),
        (["verify", "out/7.json", "--issuer", "out/7.json"], "out/7.json:1"),
        (["certificate", "issue", "office", "out/7.json", "passed.csv", "--out", "new"], "This is not an achievement"),
        (["certificate", "issue", "office", "achievement.json", "wrong.csv", "--out", "new"], "wrong.csv:3: The number is '../x'"),
        (["certificate", "issue", "none", "achievement.json", "passed.csv", "--out", "new"], "issuer.json:1: It cannot be read"),
        (["certificate", "revoke", "office", "urn:uuid:none", "--reason", "x"], "was not issued from this folder"),
        (["certificate", "issuer", "office", "--name", "Again"], "stands there already"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    monkeypatch.chdir(desk)
    (desk / "wrong.csv").write_text("number,name\n1,A\n../x,B\n", encoding="utf-8")
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert said in done.output
    assert not (desk / "new").exists()
