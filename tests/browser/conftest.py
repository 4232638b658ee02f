"""A real Chromium, the book over http and as a folder, and pages that remember what they asked for and what went wrong."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from counteroffer.book.serve import make_server

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# no test is about how fast a machine is: a slow one takes more than the five seconds that are usual for what comes at once elsewhere
expect.set_options(timeout=30_000)


@dataclass
class Watch:
    """What pages of a test did: addresses that they asked for, errors of scripts, errors on the console."""

    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> Page:
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on(
            "console", lambda message: self.errors.append(f"{page.url}: {message.text}") if message.type in {"error", "warning"} else None
        )
        return page


def executable() -> str | None:
    """The system's browser, or None for the one that Playwright brought."""
    return os.environ.get("COUNTEROFFER_CHROMIUM") or shutil.which("chromium-headless-shell") or windowed()


def windowed() -> str | None:
    """The system's browser as people have it, with windows."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def keeping(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that keeps pages whole for going back, as everybody's does; one without windows does not, nor does Playwright ask for it."""
    program = windowed()
    if not program:
        pytest.skip("Left out: a Chromium with windows, which is not on this machine")
    switched_off = ["--disable-back-forward-cache"]
    browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS, ignore_default_args=switched_off)
    yield browser
    browser.close()


def serve(folder: Path) -> Iterator[str]:
    with make_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site(book: Path) -> Iterator[str]:
    """The address of the built book, served as `counteroffer serve` does."""
    yield from serve(book)


@pytest.fixture(scope="session")
def folder(book: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the built book copied elsewhere, as from a USB stick."""
    copy = shutil.copytree(book, tmp_path_factory.mktemp("stick") / "A course, copied")
    return Path(copy).as_uri()


@pytest.fixture
def watch() -> Watch:
    return Watch()


Opener = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser, watch: Watch) -> Iterator[Opener]:
    """Open a page in a fresh profile; options go to the browser's context."""
    contexts: list[BrowserContext] = []

    def opened(address: str, **options: object) -> Page:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)  # type: ignore[arg-type]
        contexts.append(context)
        page = watch.follow(context.new_page())
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


def pages_of(book: Path) -> list[str]:
    """Every page of the book, by its path; the door in its folder only leads on to the cover, and the bland page has nothing of it."""
    apart = {book / "index.html", book / "measures.html"}
    return sorted(path.relative_to(book).as_posix() for path in book.rglob("*.html") if path not in apart)
