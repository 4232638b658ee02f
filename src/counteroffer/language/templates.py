"""Templates of HTML, the one way to make them: everything that is put into one is escaped unless it is HTML already, and a name that is missing is a fault.

In a template `_` and `ngettext` speak the language that it is made for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from counteroffer.language.language import Language


def speaking(language: Language, folders: Iterable[Path], **how: Any) -> Environment:
    """The templates in `folders`, in `language`. `how` says how their white space is read, in Jinja's words."""
    made = Environment(loader=FileSystemLoader(list(folders)), autoescape=True, auto_reload=False, undefined=StrictUndefined, **how)
    made.globals |= {"language": language, "_": _said(language.gettext), "ngettext": _said(language.ngettext)}
    return made


def _said(speak: Callable[..., str]) -> Callable[..., Markup]:
    """Words as HTML: the text escaped, and so is whatever is put into its places unless it is HTML already."""

    def said(*texts: Any, **values: object) -> Markup:
        # looked up with its places left open, which are filled after escaping
        places = {name: f"{{{name}}}" for name in values}
        found = Markup(escape(speak(*texts, **places)))  # noqa: S704
        return found.format(**values) if values else found

    return said
