"""What the commands after a sitting say of what is wrong: status 2 with the reason, never a traceback, and nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.credentials.conftest import PASSED
from tests.server.live import create, run

pytestmark = pytest.mark.slow


def refused(*arguments: str | Path, status: int = 2) -> str:
    done = run("exam", *arguments)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_wrong_commands_and_files_are_said(tmp_path: Path) -> None:
    create(tmp_path, "name\nAna\n")
    exam, out = tmp_path / "exam", tmp_path / "out"
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("judge,item,rating\njay,cert-single,2\n", encoding="utf-8")
    assert "There is no sitting `other`" in refused("export", exam, "--sitting", "other", "--out", out)
    assert "Nobody has handed anything in" in refused("report", exam, "--out", out)
    assert "ratings.csv:2" in refused("standard", exam, "--ratings", ratings)
    ratings.write_text("judge,item,rating\njay,cert-single,0.5\n", encoding="utf-8")
    assert "The sitting is made" in refused("standard", exam, "--ratings", ratings)
    assert "archived once its results are released" in refused("archive", exam, "--out", out)
    assert "Name the examiner's folder" in refused("archive")
    for name, text in (("wrong.json", "{}"), ("right.json", json.dumps(PASSED.document()))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "wrong.json:1" in refused("offer", exam, "--achievement", tmp_path / "wrong.json", "--issuer", tmp_path / "right.json")
    assert "right.json:1" in refused("offer", exam, "--achievement", tmp_path / "right.json", "--issuer", tmp_path / "right.json")
    assert run("certificate", "issuer", tmp_path / "issuer", "--name", "The Issuer of the Tests").returncode == 0
    assert "No certificate is offered" in refused("certify", exam, "--issuer", tmp_path / "issuer", "--out", out)
    assert not out.exists()
    assert "no archive that can be read" in refused("archive", "--check", tmp_path / "right.json", status=1)
