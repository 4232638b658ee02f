"""`python -m counteroffer.book.translated ROOT LANGUAGE FOLDER`: the book in another language, built by a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, cast

from counteroffer.book.languages import settings


def build_translated(root: Path, language: str, folder: Path) -> int | Exception:
    """Build the course at `root` in `language` into `folder`/html; gives 0, or what went wrong, which Sphinx has told on standard error."""
    # Jupyter Book would compile a grammar of addresses for seconds; no setting of ours is one
    sys.modules["rfc3987_syntax"] = cast("Any", None)
    from jupyter_book.sphinx import build_sphinx

    result: int | Exception = build_sphinx(
        root,
        folder / "html",
        noconfig=True,
        path_config=root / "_config.yml",
        confoverrides={"external_toc_path": str(root / "_toc.yml"), "latex_individualpages": False, **settings(root, language)},
        doctreedir=folder / ".doctrees",
        builder="html",
        force_all=True,
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    return result


if __name__ == "__main__":
    ended = build_translated(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    sys.exit(ended if isinstance(ended, int) else str(ended))
