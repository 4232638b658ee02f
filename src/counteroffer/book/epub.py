"""The EPUB: the same pages in their paper form, for phones without a browser's comfort and for readers who print."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from posixpath import normpath
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder

from counteroffer import __version__
from counteroffer.book.course import course_of
from counteroffer.book.paper import paper
from counteroffer.book.theme import THEME

STYLE = "epub.css"
_ITEM = re.compile(r'<item id="[^"]+" href="(?P<file>(?!nav)[^"]+\.xhtml)" media-type="[^"]+"')


class PaperBuilder(Epub3Builder):
    """Sphinx's builder, with pages on paper and nothing in the book that no page uses."""

    name = "epub"

    def handle_page(self, pagename: str, addctx: dict[str, Any], templatename: str = "page.html", *rest: Any, **more: Any) -> None:
        """Write one page in its paper form."""
        if "body" in addctx:
            addctx["body"] = paper(addctx["body"], course_of(self.app).language)
        super().handle_page(pagename, addctx, templatename, *rest, **more)

    def build_content(self) -> None:
        """List what the book holds, once everything else is gone."""
        static = Path(self.outdir) / "_static"
        shutil.rmtree(static, ignore_errors=True)
        static.mkdir()
        shutil.copy(THEME / STYLE, static / STYLE)
        super().build_content()
        package = Path(self.outdir) / "content.opf"
        package.write_text(_ITEM.sub(self._declared, package.read_text("utf-8")), "utf-8")

    def get_toc(self) -> None:
        """Gather the order of pages; one below another folder than the first page's gets its plain address."""
        super().get_toc()
        for node in self.refnodes:
            node["refuri"] = normpath(node["refuri"])

    def _declared(self, item: re.Match[str]) -> str:
        """A page with pictures among its text says so."""
        drawn = "<svg" in (Path(self.outdir) / item["file"]).read_text("utf-8")
        return f'{item[0]} properties="svg"' if drawn else item[0]


def setup(app: Sphinx) -> None:
    """Put our builder in the place of Sphinx's own."""
    app.setup_extension("sphinx.builders.epub3")
    app.add_builder(PaperBuilder, override=True)
    app.connect("html-page-context", _dress, priority=990)


def settings(title: str, author: str, rights: str, language: str) -> dict[str, Any]:
    """What an EPUB says of itself, for Sphinx's configuration."""
    return {
        "version": __version__,
        "project": title,
        "epub_title": title,
        "epub_author": author,
        "epub_publisher": author,
        "epub_copyright": rights,
        "epub_language": language,
        # Sphinx writes the one into the navigation and the other into the package, where they must agree
        "epub_identifier": f"counteroffer-{__version__}",
        "epub_uid": f"counteroffer-{__version__}",
        "epub_tocscope": "includehidden",
        "epub_basename": "course",
        "epub_show_urls": "no",
        "epub_tocdup": False,
        "epub_use_index": False,
        "epub_guide": (),
        "html_static_path": [],
        "nb_mime_priority_overrides": [["html", "text/html", 0], ["epub", "text/html", 0]],
    }


def _dress(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:  # noqa: ARG001
    if app.builder.name == "epub":
        context["script_files"][:] = []
        context["css_files"][:] = [f"_static/{STYLE}"]
