"""The live face, in a real JupyterLab with a real kernel: what the learner does is what Python sees, or the widget says that it is not."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import acts
from tests.browser.conftest import Opener, Watch

ROOT = Path(__file__).parents[2]
CELLS = [
    "from counteroffer.widgets import audit, case, check, explorer\nthe_check = check('first-unit')\nthe_check",
    "the_case = case('small-case')\nthe_case",
    "the_map = explorer('phase-map')\nthe_map",
    "import json\nprint('ANSWERS', json.dumps(the_check.answers), the_check.score)",
    "print('PATH', json.dumps(the_case.path), the_case.ending)",
    "print('SETTING', json.dumps(the_map.setting))",
    "the_audit = audit()\nthe_audit",
    "print('MARKS', json.dumps(the_audit.marks))",
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = Path(shutil.copytree(ROOT / "tests/small", tmp_path_factory.mktemp("lab") / "course"))
    cells: list[dict[str, Any]] = [
        {"cell_type": "code", "execution_count": None, "id": f"cell-{i}", "metadata": {}, "outputs": [], "source": source}
        for i, source in enumerate(CELLS)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (root / "live.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    settle(home / "lab")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
        "--IdentityProvider.token=", "--ServerApp.password=", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={root}",
        "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]  # fmt: skip
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(home),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "lab"),
    }
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stderr is not None
        # the server says on its error stream when it listens
        heard = next((line for line in server.stderr if f":{port}/lab" in line), "")
        assert heard, "JupyterLab did not start"
        drain = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=server.stderr)
        yield f"http://127.0.0.1:{port}/lab/tree/live.ipynb"
        server.terminate()
        server.wait(20)
        drain.kill()
        drain.wait()


def settle(settings: Path) -> None:
    """Ask nothing of the network, and keep every cell on the page however long it is."""
    wanted = {
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }
    for name, values in wanted.items():
        path = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")


def run_all(page: Page) -> None:
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run All Cells")).click()
    page.locator(".jp-Notebook .co-check.co-live").wait_for(timeout=90_000)


def printed(page: Page, index: int, word: str) -> str:
    """Run the cell at `index` again and give what it prints."""
    cell = page.locator(".jp-Notebook .jp-CodeCell").nth(index)
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    output = cell.locator(".jp-OutputArea-output", has_text=word)
    output.wait_for()
    return str(output.text_content())


def eventually(page: Page, index: int, word: str, wanted: str) -> None:
    """The kernel hears of the learner's act a moment after it: run the cell until it has."""
    for _ in range(20):
        if wanted in (said := printed(page, index, word)):
            return
    raise AssertionError(f"{wanted!r} is not in {said!r}")


def test_python_follows_the_learner(lab: str, open_page: Opener, watch: Watch) -> None:
    page = open_page(lab, viewport={"width": 1280, "height": 1000})
    run_all(page)
    check = page.locator(".jp-OutputArea .co-check")
    acts.answer(check.locator('[data-item="item-single"]'))
    acts.answer(check.locator('[data-item="item-matching"]'))
    eventually(page, 3, "ANSWERS", '"item-single": "that-one"')
    assert float(printed(page, 3, "ANSWERS").rsplit(" ", 1)[1]) == pytest.approx(0.4)
    for number in range(1, 7):
        acts.decide(page, f"wait-{number}")
        acts.go_on(page)
    expect(page.locator(".co-ending:visible")).to_have_count(1)
    eventually(page, 4, "PATH", '"option": "wait-6"')
    assert printed(page, 4, "PATH").strip().endswith("alone")
    page.get_by_role("button", name="Second phase").click()
    eventually(page, 5, "SETTING", '"phase": "two"')
    expect(page.locator(".jp-OutputArea figure svg").last).to_be_visible()
    page.get_by_label("1 Little income").check()
    eventually(page, 7, "MARKS", '"income": 1')
    expect(page.locator(".jp-OutputArea", has_text="Mend income.").last).to_be_visible()
    assert [url for url in watch.asked if not url.startswith((lab.split("/lab", maxsplit=1)[0], "ws://127.0.0.1", "data:", "blob:"))] == []


def test_the_learner_follows_python(lab: str, open_page: Opener) -> None:
    page = open_page(lab, viewport={"width": 1280, "height": 1000})
    run_all(page)
    cell = page.locator(".jp-Notebook .jp-CodeCell").nth(3)
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("the_check.answers = {'item-single': 'that-one'}")
    page.keyboard.press("Control+Enter")
    expect(page.locator('.co-check [data-item="item-single"]')).to_have_attribute("data-result", "right")


def live(page: Page, what: str) -> Locator:
    """The views of a widget in the notebook's outputs, in order."""
    return page.locator(f".jp-Notebook .jp-OutputArea .co-{what}.co-live")


def run_cell(page: Page, index: int, source: str = "") -> None:
    """Run the cell at `index`, with another source where one is given."""
    page.locator(".jp-Notebook .jp-CodeCell").nth(index).locator(".cm-content").click()
    if source:
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(source)
    page.keyboard.press("Control+Enter")


def test_a_kernel_that_was_started_anew_is_not_connected_and_the_widget_says_so(lab: str, open_page: Opener) -> None:
    page = open_page(lab, viewport={"width": 1280, "height": 1000})
    run_all(page)
    unsaid = page.locator(".jp-OutputArea .co-unkept")
    expect(unsaid).to_have_count(4)
    for one in unsaid.all():
        expect(one).to_be_empty()
    acts.answer(live(page, "check").locator('[data-item="item-single"]'))
    expect(unsaid.first).to_be_empty()
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Restart Kernel…")).click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    for one in unsaid.all():
        expect(one).to_contain_text("Not connected: answers are not reaching Python.", timeout=60_000)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
    run_cell(page, 0)
    expect(live(page, "check").locator(".co-item[data-result]")).to_have_count(0)
    expect(unsaid.first).to_be_empty()
    acts.answer(live(page, "check").locator('[data-item="item-single"]'))
    run_cell(page, 3, "print('ANSWERS', the_check.answers)")
    eventually(page, 3, "ANSWERS", "'item-single': 'that-one'")


def test_two_copies_keep_apart_and_two_views_of_one_keep_in_step(lab: str, open_page: Opener) -> None:
    page = open_page(lab, viewport={"width": 1280, "height": 1000})
    run_all(page)
    run_cell(page, 1, "copy = check('first-unit')\ncopy")
    run_cell(page, 2, "the_check")
    views = live(page, "check")
    expect(views).to_have_count(3)
    first, copy, second = (views.nth(place).locator('[data-item="item-single"]') for place in range(3))
    first.locator('input[value="that-one"]').check()
    expect(second.locator('input[value="that-one"]')).to_be_checked()
    expect(copy.locator("input:checked")).to_have_count(0)
    copy.locator("input").first.check()
    expect(first.locator('input[value="that-one"]')).to_be_checked()
    second.get_by_role("button", name=acts.CHECK).click()
    for one in (first, second):
        expect(one).to_have_attribute("data-result", "right")
    assert copy.get_attribute("data-result") is None
    ids = [one.get_attribute("id") for one in page.locator(".co-check [id]").all()]
    assert len(set(ids)) == len(ids)
    run_cell(page, 3, "print('ANSWERS', the_check.answers, copy.answers)")
    eventually(page, 3, "ANSWERS", "{'item-single': 'that-one'} {}")
