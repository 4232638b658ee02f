"""Kinds of fault in files as such: what stands in them is missed, or nothing reads it."""

from __future__ import annotations

from tests.course.faults import ARABIC, UNIT, WHOLE, Fault, both, delete, pipe, swap, write

FILES = [
    Fault("the one page of a check that cannot be read", both(swap(ARABIC, "```{check} first-unit\n```\n", ""), pipe(UNIT)), "file-not-plain", UNIT, WHOLE, "plain text file"),
    Fault("a file with another suffix", write("exercises/cases/other.yaml", "case: other\n"), "file-unread", "exercises/cases/other.yaml", WHOLE, "Did you mean `exercises/cases/other.yml`"),
    Fault("a file in a folder misspelt", write("workshop/session/first-unit.yml", "session: first-unit\n"), "file-unread", "workshop/session/first-unit.yml", WHOLE, "Move it"),
    Fault("a page with another suffix", write("chapters/part-1/third-unit.markdown", "# Third\n"), "file-unread", "chapters/part-1/third-unit.markdown", WHOLE, "Did you mean `chapters/part-1/third-unit.md`"),
    Fault("facts in a file of another name", write("assets/evidence/more.yml", "[]\n"), "file-unread", "assets/evidence/more.yml", WHOLE, "Move it"),
    Fault("a link to nowhere for a chapter", both(delete(UNIT), lambda root: (root / UNIT).symlink_to("nowhere.md")), "file-missing", UNIT, WHOLE, "Put the file itself"),
]  # fmt: skip
