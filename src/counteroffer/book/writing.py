"""A book built in steps is the book that would be built at once: a page is written anew when anything that it shows may have changed.

A page shows its own text, the course's data, and of other pages what they are called, where they stand and what they refer to. One key
names all of that. What was written under the same key is set in place as it is; and what is gone is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from counteroffer.book.assets import scripts_folder
from counteroffer.book.course import course_of
from counteroffer.book.pages import texts_read
from counteroffer.course.fingerprint import fingerprint, workshop_fingerprint
from counteroffer.course.kept import Kept


def setup(app: Sphinx) -> None:
    """Watch what the book holds."""
    app.connect("builder-inited", lambda app: Writing(app).begin())


class Writing:
    """The pages that a build writes."""

    def __init__(self, app: Sphinx) -> None:
        self._app, self._kept = app, Kept(Path(app.doctreedir) / "pages")
        self._keys: dict[str, str] = {}
        self._anew: set[str] = set()
        self._made: set[Path] = set()
        self._write = app.builder.write

    def begin(self) -> None:
        """Have every page written that no longer is what it was, or all where the builder makes no book of pages."""
        builder = self._app.builder
        # Sphinx would leave pages as they are whose text is older than they
        builder.get_outdated_docs = lambda: "every page"  # type: ignore[method-assign]
        if builder.name == "html":
            builder.write = self._write_changed  # type: ignore[method-assign, assignment]
            self._app.connect("html-page-context", self._note, priority=950)
            self._app.connect("build-finished", self._finish)

    def _write_changed(self, _: Iterable[str] | None, read: Sequence[str], method: str = "") -> None:  # noqa: ARG002 (Sphinx names it)
        """Set in place what was kept, and write all else."""
        env, builder, around = self._app.env, self._app.builder, _around(self._app)
        self._keys = {document: fingerprint((), text, around) for document, text in texts_read(self._app).items()}
        stand = {document for document in env.found_docs - set(read) if self._set_in_place(document)}
        for source, (documents, name) in env.images.items():
            if documents & stand:
                builder.images[source] = name
        self._anew = env.found_docs - stand
        self._write(self._anew, [], "specific")

    def _set_in_place(self, document: str) -> bool:
        page, place = self._kept.find(_name(document), self._keys[document]), self._place(document)
        if page is None:
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(page, encoding="utf-8")
        self._made.add(place)
        return True

    def _place(self, page: str) -> Path:
        return Path(self._app.builder.get_outfilename(page))  # type: ignore[attr-defined]

    def _note(self, app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:  # noqa: ARG002
        self._made.add(self._place(page))

    def _finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Keep the pages that were written, and take away those that this build did not make: they are of an earlier book in the same folder."""
        if exception:
            return
        for document in self._anew:
            self._kept.keep(_name(document), self._keys[document], self._place(document).read_text(encoding="utf-8"))
        for path in Path(app.outdir).rglob("*.html"):
            if path not in self._made:
                path.unlink()


def _name(document: str) -> str:
    return document.replace("/", ".")


def _around(app: Sphinx) -> str:
    """A hash of all that any page may show besides its own text."""
    scripts = sorted(scripts_folder(app).iterdir())
    return fingerprint(scripts, workshop_fingerprint(), app.config.counteroffer_ground, app.config.language, *_of_pages(app))


def _of_pages(app: Sphinx) -> Iterator[str]:
    """What pages may show of one another."""
    env = app.env
    for document in sorted(env.found_docs):
        yield f"{document} {env.titles[document].pformat()} {env.tocs[document].pformat()}"
        # the number of a heading's line says nothing to a reader
        yield str([(slug, *rest[1:]) for slug, rest in env.metadata[document].get("myst_slugs", {}).items()])
    for chapter in course_of(app).chapters.values():
        refers = [(one.kind, one.target) for one in chapter.references]
        yield f"{chapter.document} {chapter.title} {chapter.headings} {refers} {chapter.front.model_dump_json() if chapter.front else ''}"
    for labels in ("labels", "anonlabels"):
        yield str(sorted(env.domaindata["std"][labels].items()))
