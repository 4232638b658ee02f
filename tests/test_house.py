"""The project's own habits: types, formats, the learner's tests, nothing committed that names a host or a machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import check_jsonschema
import make
import pytest
import yaml
from click.testing import CliRunner
from typer.core import TyperGroup
from typer.main import get_command

from counteroffer.cli import app
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
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert (told["strict"], told["files"]) == (True, ["src", "make.py", "tests"])
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


@pytest.mark.slow
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
    told = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    floors = re.findall(r"`(\w+)`", told.partition("in which they may import:\n")[2].partition("\n")[0])
    package = ROOT / "src/counteroffer"
    assert set(floors) == {path.parent.name for path in package.glob("*/__init__.py")}
    row = (ROOT / "README.md").read_text(encoding="utf-8").partition("`src/counteroffer/`")[2].partition("\n")[0]
    assert floors == re.findall(r"`(\w+)/`", row)
    for height, floor in enumerate(floors):
        for path in (package / floor).rglob("*.py"):
            if "node_modules" in path.parts:
                continue
            text = path.read_text(encoding="utf-8")
            above = {name for name in re.findall(r"counteroffer\.(\w+)", text) if name in floors[height + 1 :]}
            assert not above, f"{path} reaches up to {above}"
            if floor not in {"widgets", "book"}:
                # one module asks the parser of pages, where it is installed; that parser needs no Sphinx
                builder = "" if path == package / "course" / "markup.py" else "|docutils|myst"
                assert not re.search(rf"^\s*(?:import|from) (?:sphinx|ipywidgets|anywidget{builder})", text, re.MULTILINE), path


@pytest.mark.slow
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
    done = CliRunner().invoke(check_jsonschema.main, ["--builtin-schema", schema, *found])
    assert done.exit_code == 0, done.output


def test_a_container_for_an_editor_is_made_of_what_is_here() -> None:
    text = (ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8")
    # JSON as editors read it: with lines of comment
    told = json.loads(re.sub(r"(?m)^\s*//.*$", "", text))
    assert set(told) == {"name", "build", "postCreateCommand", "forwardPorts", "customizations"}
    build = told["build"]
    recipe = (ROOT / ".devcontainer" / build["dockerfile"]).read_text(encoding="utf-8")
    assert (ROOT / ".devcontainer" / build["context"]).resolve() == ROOT.resolve()
    assert re.search(rf"^FROM \S+ AS {build['target']}$", recipe, re.MULTILINE)
    assert [told["forwardPorts"]] == [[int(port)] for port in re.findall(r"^EXPOSE (\d+)$", recipe, re.MULTILINE)]
    program, script, task = told["postCreateCommand"].split()
    assert (program, script, task in make.TASKS) == ("python", "make.py", True)
    assert told["customizations"]["vscode"]["settings"]["python.defaultInterpreterPath"] == "${workspaceFolder}/.venv/bin/python"
    assert "never opened" in text.partition("{")[0], "whoever reads it is told that it is untried"


def test_no_book_is_published_untested() -> None:
    read = yaml.BaseLoader  # for which `on` is a word
    tests, pages = (yaml.load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"), read) for name in ("tests", "pages"))  # noqa: S506
    assert "workflow_call" in tests["on"]
    assert ".ci/run" in [step.get("run") for step in tests["jobs"]["tests"]["steps"]]
    ours = [name for name, job in pages["jobs"].items() if job.get("uses") == "./.github/workflows/tests.yml"]
    publishing = [job for job in pages["jobs"].values() if any("/deploy-pages@" in step.get("uses", "") for step in job.get("steps", []))]
    assert ours
    assert publishing
    for job in publishing:
        assert job["needs"] in ours


@pytest.mark.skipif(os.name == "nt", reason="apt-get is Debian's")
def test_one_package_that_a_distribution_lacks_does_not_lose_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    got = tmp_path / "got"
    programs = {
        "apt-get": f'case "$*" in *firefox-esr*) exit 100;; *install*) echo "$*" >> {got};; esac',
        "sudo": 'shift; exec "$@"',
    }
    for name, does in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    make.engines()
    assert {line.split()[-1] for line in got.read_text(encoding="utf-8").splitlines()} == set(make.ENGINES) - {"firefox-esr"}


def test_who_comes_to_help_is_welcome() -> None:
    promised = {
        "CONTRIBUTING.md": ("From a clone to your first changed unit", "Making a release", "Who must still sign off", "Reporting harm"),
        "SECURITY.md": ("What to report", "How", "What happens"),
        "CHANGELOG.md": ("",),
        ".github/pull_request_template.md": ("**Why**", "**How you tried it**"),
    }
    for name, headings in promised.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for heading in headings:
            assert f"## {heading}" in text or (heading.startswith("**") and heading in text), f"{name}: {heading}"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {name for name in promised if name[0].isupper()} <= set(re.findall(r"`([A-Z]+\.md)`", readme))


def test_commands_that_are_named_for_helpers_exist() -> None:
    program = get_command(app)
    assert isinstance(program, TyperGroup)
    for name in ("README.md", "CONTRIBUTING.md", ".github/pull_request_template.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"`make ([a-z-]+)", text)) <= set(make.TASKS), name
        called = re.findall(r"(?:`|^ {4}|bin/)counteroffer ([a-z]+)(?: ([a-z]+))?", text, re.MULTILINE)
        assert called or name.startswith(".")
        for command, part in called:
            found = program.commands.get(command)
            assert found, f"{name}: counteroffer {command}"
            assert not isinstance(found, TyperGroup) or not part or part in found.commands, f"{name}: counteroffer {command} {part}"


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
