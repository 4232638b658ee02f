"""The book's look: sphinx-book-theme, dressed anew.

Our theme is its child. The frame is the same (contents at the side, the page's headings, search, colours, previous and next);
templates, stylesheet and script are our own, so that a page loads only what it uses, mirrors for right-to-left and passes WCAG.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.jinja2glue import BuiltinTemplateLoader

from counteroffer.book.addresses import seen_from
from counteroffer.book.assets import SCRIPTS, WORDS_SCRIPT
from counteroffer.book.course import course_of, for_browsers
from counteroffer.book.search import SCRIPT, TEXTS
from counteroffer.course.translation import BOOK, language_at
from counteroffer.language import Language
from counteroffer.language.catalogues import Domain
from counteroffer.twin.templates import environment
from counteroffer.web.bundle import asset

THEME = Path(__file__).parent / "theme"
STYLE, HEAD = "counteroffer.css", "head.js"
# What pages load from the folder of static files; all else that the parent theme and Sphinx put there is taken away.
KEPT = {STYLE, HEAD, "mark.svg", "course.js", "items.js", WORDS_SCRIPT, *SCRIPTS, SCRIPT, TEXTS}

_PARENTS = ("pydata_sphinx_theme", "sphinx_book_theme")


class Templates(BuiltinTemplateLoader):
    """The book's pages by our templates, each in the language of its page; the parent theme's parts and other files by Sphinx's own."""

    def render(self, template: str, context: dict[str, Any]) -> str:  # type: ignore[override]
        """A page, once it is dressed, or a part."""
        if "co" not in context:
            return super().render(template, context)
        return environment(context["co"]["language"], THEME).get_template(template).render(context)


def write_frame(app: Sphinx) -> None:
    """Set the stylesheet and the script of each page's head among the book's static files, before pages name them."""
    if not for_browsers(app):
        return
    target = Path(app.outdir) / "_static"
    target.mkdir(parents=True, exist_ok=True)
    (target / STYLE).write_text(asset("book.css"), "utf-8")
    (target / HEAD).write_text(asset(HEAD), "utf-8")


def undress(app: Sphinx) -> None:
    """Spare each page the menus and buttons of the parent themes, which our templates do not show."""
    if for_browsers(app):
        listeners = app.events.listeners["html-page-context"]
        listeners[:] = [one for one in listeners if not one.handler.__module__.startswith(_PARENTS)]


def outline(env: BuildEnvironment, docname: str, captions: Domain, seen: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """List what a page's toctrees hold: for each a caption and its pages, which may hold pages of their own."""
    if docname in seen or docname not in env.tocs:
        return []
    return [
        {"caption": captions.gettext(tree.get("caption") or ""), "pages": _pages(env, tree, captions, seen | {docname})}
        for tree in env.tocs[docname].findall(addnodes.toctree)
    ]


@lru_cache(maxsize=1)
def whole_outline(env: BuildEnvironment, root: str, captions: Domain) -> list[dict[str, Any]]:
    """The outline of the book, which every page shows: made once a build."""
    return outline(env, root, captions)


def _pages(env: BuildEnvironment, tree: addnodes.toctree, captions: Domain, seen: frozenset[str]) -> list[dict[str, Any]]:
    pages = []
    for title, ref in tree["entries"]:
        if ref in env.titles:
            below = [page for part in outline(env, ref, captions, seen) for page in part["pages"]]
            docs = {ref}.union(*(page["docs"] for page in below))
            pages.append({**_page(env, ref, title), "pages": below, "docs": docs})
    return pages


def _page(env: BuildEnvironment, docname: str, title: str | None = None) -> dict[str, Any]:
    meta = env.metadata.get(docname, {})
    lang = meta.get("lang") or env.config.language
    return {
        "doc": docname,
        "title": title or env.titles[docname].astext(),
        "number": meta.get("number", ""),
        "lang": lang,
        "dir": meta.get("dir") or Language(lang).direction,
    }


def headings(env: BuildEnvironment, docname: str) -> list[tuple[str, str]]:
    """List anchor and text of a page's second-level headings."""
    if docname not in env.tocs:
        return []
    return [
        (link["anchorname"], link.astext())
        for link in env.tocs[docname].findall(nodes.reference)
        if link.get("anchorname") and _depth(link) == 2
    ]


def _depth(node: nodes.Node) -> int:
    depth = 0
    while node := node.parent:
        depth += isinstance(node, nodes.bullet_list)
    return depth


def dress(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:  # noqa: ARG001
    """Give the templates what they show, and leave out the files that the page does not need."""
    if not for_browsers(app):
        return
    meta = context.get("meta") or {}
    site = course_of(app).language
    language = language_at(Path(app.srcdir), meta["lang"]) if meta.get("lang") else site
    neighbours = getattr(app.builder, "relations", {}).get(pagename, (None, None, None))
    context["co"] = {
        "language": language,
        "lang": language.code,
        "dir": meta.get("dir") or language.direction,
        "site": {"lang": site.code, "dir": site.direction},
        "parts": whole_outline(app.env, app.config.root_doc, site.domain(BOOK)),
        "headings": headings(app.env, pagename),
        "prev": _page(app.env, neighbours[1]) if neighbours[1] else None,
        "next": _page(app.env, neighbours[2]) if neighbours[2] else None,
        "cover": pagename == app.config.root_doc,
        "address": lambda document: seen_from(app.builder, pagename, document) or "#",
        "author": app.config.author,
    }
    if "body" in context:
        # myst-nb names a fold otherwise than it reads, which speech control cannot follow
        context["body"] = context["body"].replace('<summary aria-label="Toggle hidden content">', "<summary>")
    # in place, so that what other extensions add for this page stays
    context["script_files"][:] = [file for file in context["script_files"] if _name(file) in KEPT]
    context["css_files"][:] = [file for file in context["css_files"] if _name(file) in KEPT]


def _name(file: Any) -> str:
    return str(getattr(file, "filename", file)).rpartition("/")[2].partition("?")[0]


def front_door(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Lead from the book's folder to its cover, with a page that has a title and a language; and the bland page to which a reader leaves."""
    if not for_browsers(app):
        return
    yield "measures", {}, "measures.html"
    if app.config.root_doc != "index":
        yield "index", {}, "redirect.html"


def tidy(app: Sphinx, exception: Exception | None) -> None:
    """Take away the files that Sphinx and its extensions copy and no page uses; every build copies them anew."""
    if exception or not for_browsers(app):
        return
    for path in (Path(app.outdir) / "_static").iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in KEPT:
            path.unlink()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the theme and what dresses each page."""
    app.add_html_theme("counteroffer", str(THEME))
    # the way out stands first, before anything is painted
    app.add_js_file(HEAD, priority=50)
    app.add_css_file(STYLE, priority=200)
    # Jupyter Book sets this for an extension that we leave out
    app.add_config_value("comments_config", {}, "html")
    app.config.template_bridge = f"{__name__}.{Templates.__name__}"
    app.connect("builder-inited", undress)
    app.connect("builder-inited", write_frame)
    app.connect("html-page-context", dress, priority=900)
    app.connect("html-collect-pages", front_door)
    app.connect("build-finished", tidy)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
