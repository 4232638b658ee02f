"""The project's own habits: types, formats, the learner's tests, nothing committed that names a host or a machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from counteroffer.web.bundle import run_script
from tests.conftest import SUMMARY

ROOT = Path(__file__).parent.parent


def run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    run("ruff", "check", ".")


def test_ruff_would_format_nothing() -> None:
    run("ruff", "format", "--check", ".")


def test_mypy_finds_nothing() -> None:
    run("mypy")


@pytest.mark.parametrize("script", ["typecheck", "format", "test"])
def test_typescript(script: str, record_property: Callable[[str, object], None]) -> None:
    # what is covered costs as much again, and is asked for in a whole run
    covering = script == "test" and "SLIPCOVER_ENABLED" in os.environ
    done = run_script("coverage" if covering else script)
    assert done.returncode == 0, done.stdout + done.stderr
    if covering:
        covered = re.search(r"all files +\| +([\d.]+) \| +([\d.]+) \| +([\d.]+)", done.stdout)
        assert covered, "package.json asks for coverage"
        record_property(
            SUMMARY,
            "The learner's script, of what its tests load: {} % of lines, {} % of branches, {} % of functions.".format(*covered.groups()),
        )


def test_whatever_is_left_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text(
        "import pytest\n\n\n@pytest.mark.skip(reason='an engine, which is not here')\ndef test() -> None: ...\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-c", "pyproject.toml", "-n", "0"]
    done = subprocess.run([*command, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "WARNING Left out: an engine, which is not here" in done.stdout, done.stdout + done.stderr


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_nothing_committed_is_a_link_out_of_the_house() -> None:
    """A link names a place on the machine on which it was made, and on others hides what should be there."""
    told = subprocess.run(["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert [line for line in told.stdout.splitlines() if line.startswith("120000")] == []


def test_nothing_committed_names_a_package_host_or_a_machine() -> None:
    # put together here, so that this file passes its own test
    hosts = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb" + ".debian.org"]
    named = re.compile("|".join(map(re.escape, hosts)) + r"|/(?:home|root|Users|work)/\w")
    for path in committed():
        if path.suffix in {".woff2", ".png"}:
            continue
        found = named.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path}: {found}"


def test_lock_files_have_hashes_and_no_addresses() -> None:
    pins = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in pins
    assert "--index" not in pins
    names = re.findall(r"^[\w.-]+==", pins, re.MULTILINE)
    assert len(names) > 50
    assert pins.count("--hash=sha256:") >= len(names)
    lock = (ROOT / "src/counteroffer/web/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 5


def test_modules_are_small() -> None:
    for path in committed():
        if path.suffix in {".py", ".ts"}:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_the_ground_floor_knows_nothing_of_sphinx_or_a_kernel() -> None:
    """A package imports only from those above it in the list of the design."""
    floors = [
        "language",
        "course",
        "models",
        "figures",
        "record",
        "web",
        "twin",
        "handouts",
        "room",
        "translate",
        "server",
        "widgets",
        "book",
        "stick",
    ]
    package = ROOT / "src/counteroffer"
    for height, floor in enumerate(floors):
        for path in (package / floor).rglob("*.py"):
            if "node_modules" in path.parts:
                continue
            text = path.read_text(encoding="utf-8")
            above = {name for name in re.findall(r"counteroffer\.(\w+)", text) if name in floors[height + 1 :]}
            assert not above, f"{path} reaches up to {above}"
            # the one module that asks the page builder's own parser, where it is installed
            if floor not in {"widgets", "book"} and path.name != "markup.py":
                assert not re.search(r"^\s*(?:import|from) (?:sphinx|docutils|ipywidgets|anywidget|myst)", text, re.MULTILINE), path


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", ".github/workflows/*.yml"),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("vendor.citation-file-format", "CITATION.cff"),
        ("vendor.compose-spec", "docker/exam/compose.yml"),
    ],
)
def test_files_for_services_that_we_cannot_try_have_the_right_form(schema: str, files: str) -> None:
    found = [str(path) for path in ROOT.glob(files)]
    assert found
    run("check_jsonschema", "--builtin-schema", schema, *found)


def test_the_hooks_of_a_commit_have_the_right_form_and_run_what_is_installed() -> None:
    config = ROOT / ".pre-commit-config.yaml"
    run("pre_commit", "validate-config", str(config))
    hooks = [hook for repo in yaml.safe_load(config.read_text(encoding="utf-8"))["repos"] for hook in repo["hooks"]]
    assert {hook["id"] for hook in hooks} >= {"ruff", "ruff-format", "mypy", "check"}
    for hook in hooks:
        assert hook["language"] == "system", "nothing is fetched"
        program = hook["entry"].split()[0]
        assert program.startswith(".venv/bin/")
        assert Path(sys.executable).with_name(Path(program).name).is_file(), program


@pytest.mark.skipif(sys.platform != "linux", reason="hadolint's wheel is for Linux; CI runs there")
@pytest.mark.parametrize("name", ["Dockerfile", "docker/exam/Dockerfile"])
def test_the_dockerfile_is_linted(name: str) -> None:
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, ROOT / name], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_versions_agree() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"', project, re.MULTILINE)
    assert version
    assert f"\nversion: {version[1]}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {version[1]} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'"version": "{version[1]}"' in (ROOT / "src/counteroffer/web/package.json").read_text(encoding="utf-8")
