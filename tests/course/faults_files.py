"""Kinds of fault in files as such: what stands in them is missed, or nothing reads it."""

from __future__ import annotations

from tests.course.faults import ARABIC, BIB, CASE, SECOND, UNIT, WHOLE, WORDS, Fault, append, both, delete, pipe, swap, write

FILES = [
    Fault("a bibliography without a record", write(BIB, "% nothing\n"), "bibtex-syntax", BIB, WHOLE, "Begin each record"),
    Fault("a page that has its title from nowhere", both(write("CHANGELOG.md", "Words.\n"), write(SECOND, "```{include} ../../CHANGELOG.md\n```\n"), swap(UNIT, "second-unit.md#another-section", "second-unit.md")), "page-title", SECOND, 1, "or the file that it includes"),
    Fault("a word without a letter", append(WORDS, "- {term: …, plain: Dots.}\n"), "word-anchor", WORDS, 6, "this way in `also`"),
    Fault("two words of one address", append(WORDS, "- {term: a b, plain: One.}\n- {term: a-b, plain: Two.}\n"), "word-anchor", WORDS, 7, "the address of the word `a b`"),
    Fault("a name in brackets in a text of a case", swap(CASE, "title: A small case", "title: 'A case of [[first-unit]]'"), "name-elsewhere", CASE, 2, "Write what it is called"),
    Fault("the one page of a check that cannot be read", both(swap(ARABIC, "```{check} first-unit\n```\n", ""), pipe(UNIT)), "file-not-plain", UNIT, WHOLE, "plain text file"),
    Fault("a file with another suffix", write("exercises/cases/other.yaml", "case: other\n"), "file-unread", "exercises/cases/other.yaml", WHOLE, "Did you mean `exercises/cases/other.yml`"),
    Fault("a file in a folder misspelt", write("workshop/session/first-unit.yml", "session: first-unit\n"), "file-unread", "workshop/session/first-unit.yml", WHOLE, "Move it"),
    Fault("a page with another suffix", write("chapters/part-1/third-unit.markdown", "# Third\n"), "file-unread", "chapters/part-1/third-unit.markdown", WHOLE, "Did you mean `chapters/part-1/third-unit.md`"),
    Fault("facts in a file of another name", write("assets/evidence/more.yml", "[]\n"), "file-unread", "assets/evidence/more.yml", WHOLE, "Move it"),
    Fault("a link to nowhere for a chapter", both(delete(UNIT), lambda root: (root / UNIT).symlink_to("nowhere.md")), "file-missing", UNIT, WHOLE, "Put the file itself"),
]  # fmt: skip
