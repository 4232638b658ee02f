"""Templates of HTML, the one way to make them: everything that is put into one is escaped unless it is HTML already, and a name that is missing is a fault.

In a template `_` and `ngettext` speak the language that it is made for.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from counteroffer.language.language import Language

# Where Python keeps the engine's modules as it has compiled them.
_COMPILED = Path(__file__).parents[1] / "__pycache__" / "templates"


class _Compiled(FileSystemBytecodeCache):
    """Templates as Jinja has compiled them, which takes longer than filling them in; each until its source changes.

    A folder that cannot be written costs time later, nothing else.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def speaking(language: Language, folders: Iterable[Path], **how: Any) -> Environment:
    """The templates in `folders`, in `language`. `how` says how their white space is read, in Jinja's words."""
    made = Environment(
        loader=FileSystemLoader(list(folders)),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        bytecode_cache=_compiled(**how),
        # no filter is asked before a template is filled in: what it gives may be another by then
        optimized=False,
        **how,
    )
    made.globals |= {"language": language, "_": _said(language.gettext), "ngettext": _said(language.ngettext)}
    return made


def _compiled(extensions: Iterable[type] = (), **how: Any) -> _Compiled:
    """What was compiled by this Jinja with these extensions, as they are now, for these habits."""
    sources = [Path(inspect.getfile(one)).read_bytes() for one in extensions]
    key = hashlib.sha256(b"\0".join([version("jinja2").encode(), repr(sorted(how.items())).encode(), *sources])).hexdigest()[:12]
    folder = _COMPILED / key
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return _Compiled(str(folder))


def _said(speak: Callable[..., str]) -> Callable[..., Markup]:
    """Words as HTML: the text escaped, and so is whatever is put into its places unless it is HTML already."""

    def said(*texts: Any, **values: object) -> Markup:
        # looked up with its places left open, which are filled after escaping
        places = {name: f"{{{name}}}" for name in values}
        found = Markup(escape(speak(*texts, **places)))  # noqa: S704
        return found.format(**values) if values else found

    return said
