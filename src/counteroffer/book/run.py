"""`python -m counteroffer.book.run ROOT FORMAT LANGUAGE`: one run of Jupyter Book, in a process of its own that ends with the one that asked for it.

What was kept of pages is used only where it is what reading and writing them now would give.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, cast, get_args

from counteroffer import without_grammar  # noqa: F401 (before Jupyter Book, which validates its configuration)
from counteroffer.book.work import Format, Outcome, Work
from counteroffer.course import Catalogue, CourseError, load_course
from counteroffer.course.diagnostics import Diagnostic
from counteroffer.course.markup import remedy_for
from counteroffer.course.site import CONFIG
from counteroffer.exam import practice_forms
from counteroffer.language import BASE
from counteroffer.processes import collect_seldom, end_with_pipe

_WARNING = re.compile(r"^(?P<file>.+?)(?::(?P<line>\d*))?: (?P<level>WARNING|ERROR|CRITICAL): (?P<text>.*?)(?: \[(?P<code>[\w.-]+)\])?$")
_ALONE = re.compile(r"^(?P<level>WARNING|ERROR|CRITICAL): (?P<text>.*?)(?: \[(?P<code>[\w.-]+)\])?$")


def run(work: Work, form: Format) -> Outcome:
    """Load the course and build a book of it in `form` into the work folder."""
    from counteroffer.book.course import hand_over

    try:
        # the page builder is about to parse every page itself
        course = load_course(work.root, language=work.language, parse=False)
        # where no form can be drawn, that is a fault as others are
        practice_forms(course)
        hand_over(course)
    except CourseError as error:
        return Outcome(_checked(work) or list(map(str, error.diagnostics)))
    shutil.rmtree(work.made(form), ignore_errors=True)
    if work.language != BASE:
        # a page that was read holds its translation, which may be another by now
        shutil.rmtree(work.doctrees, ignore_errors=True)
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(io.StringIO()):
        result = _jupyter_book(work, form, course)
    faults = _faults(said.getvalue(), work.root)
    crash = ""
    if isinstance(result, Exception) and not faults:
        crash = "".join(traceback.format_exception(result))
    elif result and not faults:
        crash = said.getvalue()[-4000:]
    if faults or crash:
        # a page that was read is not read again, and its warning would not be heard again
        (work.doctrees / "environment.pickle").unlink(missing_ok=True)
    return Outcome((faults and _checked(work)) or faults, crash)


def _checked(work: Work) -> list[str]:
    """All that `check` finds in the course, which it names in the same words whoever asks."""
    try:
        load_course(work.root, language=work.language)
    except CourseError as error:
        return list(map(str, error.diagnostics))
    return []


def _jupyter_book(work: Work, form: Format, course: Catalogue) -> Any:
    from jupyter_book.sphinx import build_sphinx

    from counteroffer.book import epub, languages

    more = languages.settings(work.root, work.language)
    if form == "epub" and course.config:
        config = course.config
        more |= epub.settings(config.title, config.author, config.copyright, config.sphinx.config.language)
    return build_sphinx(
        work.root,
        work.made(form),
        noconfig=True,
        path_config=work.root / "_config.yml",
        confoverrides={"external_toc_path": str(work.root / "_toc.yml"), "latex_individualpages": False} | more,
        doctreedir=work.doctrees if form == "html" else work.doctrees.with_name(f".doctrees-{form}"),
        builder=form,
        force_all=True,
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )


def _faults(said: str, root: Path) -> list[str]:
    """What Sphinx found, as faults with file and line where it knows them."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said).replace(f"{root}{os.sep}", "")
    found = []
    for line in plain.splitlines():
        match = _WARNING.match(line) or _ALONE.match(line)
        if match:
            known = match.groupdict()
            # docutils calls a text within a page by the page's name with the suffix of its own markup
            file, number = str(known.get("file") or CONFIG).removesuffix(".rst"), int(known.get("line") or 1)
            text, code = match["text"].rstrip(". :") + ".", match["code"] or "page-builder"
            found.append(str(Diagnostic(Path(file).as_posix(), number, code, text, remedy_for(f"{text} [{code}]"))))
    return list(dict.fromkeys(found))


def main() -> None:
    """Run once, and leave the outcome in the work folder."""
    end_with_pipe()
    collect_seldom()
    work, form = Work(Path(sys.argv[1]), sys.argv[3]), sys.argv[2]
    if form not in get_args(Format):
        raise SystemExit(f"There is no format {form!r}.")
    try:
        outcome = run(work, cast("Format", form))
    except Exception:  # noqa: BLE001 (whatever it was, the asking process must be told)
        outcome = Outcome(crash=traceback.format_exc())
    outcome.write(work.outcome)


if __name__ == "__main__":
    main()
