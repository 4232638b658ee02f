"""The book and the EPUB are handed to phones where they are built, and nothing that lies beside them."""

from __future__ import annotations

from pathlib import Path

from tests.server.room.conftest import InRoom
from tests.server.room.test_room import text


def test_files_of_the_book_and_none_beside_it(in_room: InRoom, tmp_path: Path) -> None:
    from django.test import Client

    from counteroffer.server.room.house import house

    browser, stranger = in_room.phone(), Client()
    assert browser.get("/book/").status_code == browser.get("/book.epub").status_code == 404
    folder = tmp_path / "html"
    (folder / "chapters").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>The book</h1>", encoding="utf-8")
    (folder / "chapters" / "index.html").write_text("<h1>A chapter</h1>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "course.epub").write_bytes(b"PK")
    house().book, house().epub = folder.resolve(), tmp_path / "course.epub"
    answer = browser.get("/book/")
    assert b"".join(answer.streaming_content) == b"<h1>The book</h1>"  # type: ignore[attr-defined]
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert browser.get("/book/chapters")["Location"] == "/book/chapters/index.html"
    for path in ("../secret.txt", "%2e%2e/secret.txt", "chapters/../../secret.txt", "missing.html"):
        assert browser.get(f"/book/{path}").status_code == 404, path
    assert browser.get("/book.epub")["Content-Type"] == "application/epub+zip"
    assert "The book for reading on a phone (EPUB)" in text(browser, "/here/")
    for address in ("/book/", "/book.epub", "/book/chapters/index.html"):
        assert stranger.get(address)["Location"] == "/", "to others it is a workshop without a subject"
    assert "book" not in text(stranger, "/").lower()
