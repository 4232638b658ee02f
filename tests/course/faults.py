"""Kinds of fault that authors make, each put into a copy of the small course: what is changed, and the fault that must be named."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Deed = Callable[[Path], None]

CHECK = "exercises/checks/first-unit.yml"
CASE = "exercises/cases/small-case.yml"
UNIT = "chapters/part-1/first-unit.md"
SECOND = "chapters/part-1/second-unit.md"
FACTS = "assets/evidence/facts-small.yml"
BIB = "assets/sources.bib"
WORDS = "assets/glossary.yml"
GOALS = "assets/objectives.yml"
ARABIC = "chapters/part-1/arabic.md"
SHOWN = "exercises/shown.ipynb"
AUDIT = "assets/offer-audit.yml"
MAP = "assets/explorers/phase-map.yml"
PLAN = "exercises/exam/blueprint.yml"
TOC, CONFIG = "_toc.yml", "_config.yml"


# A file that is missing or empty, or is wrong as a whole, has no line that is to blame: its first is named.
WHOLE = 1


@dataclass(frozen=True)
class Fault:
    """`deed` puts the fault into a course; `code`, `file`, `line` and some words of message and remedy name it."""

    name: str
    deed: Deed
    code: str
    file: str
    line: int
    words: str


def swap(file: str, old: str, new: str) -> Deed:
    def deed(root: Path) -> None:
        path = root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return deed


def append(file: str, text: str) -> Deed:
    def deed(root: Path) -> None:
        with (root / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return deed


def block(head: str, body: str) -> Deed:
    """A directive at the end of a chapter; `head` is its name, the brace that closes, and its argument."""
    return append(SECOND, f"\n```{{{head}\n{body}\n```\n")


def write(file: str, content: bytes | str) -> Deed:
    def deed(root: Path) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return deed


def delete(file: str) -> Deed:
    def deed(root: Path) -> None:
        (root / file).unlink()

    return deed


def pipe(file: str) -> Deed:
    def deed(root: Path) -> None:
        (root / file).unlink()
        os.mkfifo(root / file)

    return deed


def both(*deeds: Deed) -> Deed:
    def deed(root: Path) -> None:
        for one in deeds:
            one(root)

    return deed


def recode(file: str, encoding: str) -> Deed:
    def deed(root: Path) -> None:
        path = root / file
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, "replace"))

    return deed


def lone_check(root: Path) -> None:
    text = (root / CHECK).read_text(encoding="utf-8")
    write("exercises/checks/lone.yml", text.replace("check: first-unit", "check: lone").replace("id: item-", "id: lone-"))(root)


BOMB = "- &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{now} [{', '.join([f'*{before}'] * 10)}]\n" for before, now in zip("abcdefgh", "bcdefghi", strict=True)
)
NOTEBOOK = """{"cells": [
{"cell_type": "markdown", "id": "a", "metadata": {}, "source": [
 "# Shown\\n",
 "\\n",
 "%s"]},
{"cell_type": "code", "id": "b", "metadata": {}, "execution_count": null, "outputs": [], "source": ["%s"]}
], "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
IN_TOC = swap(TOC, "  - file: chapters/part-1/arabic\n", "  - file: chapters/part-1/arabic\n  - file: exercises/shown\n")

FAULTS = [
    # YAML that is none, or too much
    Fault("a colon in a text", swap(CHECK, "stem: What does it mean?", "stem: What does: it mean?"), "yaml-syntax", CHECK, 10, "Quote the text that has"),
    Fault("an open bracket", swap(WORDS, "also: [consolidation]", "also: [consolidation"), "yaml-syntax", WORDS, 2, "Close the bracket"),
    Fault("a tab", swap(GOALS, "- {id: CO1, text", "\t- {id: CO1, text"), "yaml-syntax", GOALS, 2, "tab does not count"),
    Fault("a wrong indent", swap(CASE, "seat: return", "  seat: return"), "yaml-syntax", CASE, 3, "begin in one column"),
    Fault("a key twice", swap(CASE, "minutes: 10", "minutes: 10\nminutes: 12"), "yaml-syntax", CASE, 6, "stands twice"),
    Fault("a list as a key", swap(PLAN, "items:", "? [a]\n: 1\nitems:"), "yaml-syntax", PLAN, 1, "plain keys"),
    Fault("a bomb of aliases", write(WORDS, BOMB), "yaml-syntax", WORDS, 1, "unfolds to more than"),
    Fault("an alias to itself", write(WORDS, "- &a [*a]\n"), "yaml-syntax", WORDS, 1, "refers to itself"),
    Fault("an alias to nothing", swap(WORDS, "cite: [fact-01]", "cite: *nothing"), "yaml-syntax", WORDS, 5, "Quote the text: one that begins with `*`"),
    Fault("a hundred levels", write(WORDS, "[" * 100 + "]" * 100), "yaml-syntax", WORDS, 1, "nests deeper"),
    Fault("a file without an end to its levels", write(WORDS, "[" * 200_000), "yaml-syntax", WORDS, 1, "nests deeper"),
    Fault("a stair of dashes", write(WORDS, "- " * 200_000), "yaml-syntax", WORDS, 1, "nests deeper"),
    Fault("a file of ten megabytes", write(WORDS, "- {term: a, plain: b}\n" * 500_000), "file-too-large", WORDS, WHOLE, "at most 2 MB"),
    Fault("an object of Python", swap(WORDS, "plain: The point", "plain: !!python/object:os.system The point"), "yaml-syntax", WORDS, 4, "plain keys"),
    Fault("two documents", append(GOALS, "---\nmore: 1\n"), "yaml-syntax", GOALS, 5, "a file holds one document"),
    Fault("an empty file", write(WORDS, ""), "content-shape", WORDS, WHOLE, "Begin each entry"),
    # files that are no text, or are not there
    Fault("UTF-16", recode(WORDS, "utf-16"), "file-encoding", WORDS, WHOLE, "Save it as UTF-8"),
    Fault("Latin-1", both(swap(CASE, "A town, 2025", "A téwn, 2025"), recode(CASE, "latin-1")), "file-encoding", CASE, 4, "UTF-8"),
    Fault("a chapter in Latin-1", both(swap(UNIT, "# First", "# Fïrst"), recode(UNIT, "latin-1")), "file-encoding", UNIT, 9, "UTF-8"),
    Fault("a control character", swap(UNIT, "A thing is so", "A thing\x08 is so"), "file-control", UNIT, 11, "Delete it"),
    Fault("a null byte in YAML", swap(CASE, "A small case", "A small\x00 case"), "file-control", CASE, 2, "Delete it"),
    Fault("no bibliography", delete(BIB), "file-missing", BIB, WHOLE, "Add it"),
    Fault("no objectives", delete(GOALS), "file-missing", GOALS, WHOLE, "Add it"),
    Fault("no glossary", delete(WORDS), "file-missing", WORDS, WHOLE, "Add it"),
    Fault("a pipe for a file", pipe(WORDS), "file-not-plain", WORDS, WHOLE, "plain text file"),
    Fault("a pipe for a chapter", pipe(UNIT), "file-not-plain", UNIT, WHOLE, "plain text file"),
    Fault("a folder for a file", both(delete(BIB), lambda root: (root / BIB).mkdir()), "file-not-plain", BIB, WHOLE, "plain text file"),
    Fault("a chapter of three megabytes", append(UNIT, "Words. " * 430_000), "file-too-large", UNIT, WHOLE, "Part it"),
    # shapes and types
    Fault("a list for a mapping", write(PLAN, "- a\n"), "content-shape", PLAN, WHOLE, "Begin with a key"),
    Fault("a mapping for a list", write(WORDS, "term: a\n"), "content-shape", WORDS, WHOLE, "Begin each entry"),
    Fault("a key misspelt", swap(CHECK, "  vignette:", "  vinaigrette:"), "content-shape", CHECK, 9, "Correct its spelling"),
    Fault("a key missing", swap(CASE, "seat: return coordinator\n", ""), "content-shape", CASE, WHOLE, "`seat` is missing"),
    Fault("a level that is none", swap(CHECK, "level: apply", "level: guess"), "content-shape", CHECK, 7, "Write 'remember', 'understand'"),
    Fault("a number for words", swap(CASE, "title: A small case", "title: 12"), "content-shape", CASE, 2, "needs quotation marks"),
    Fault("words for a number", swap(CASE, "minutes: 10", "minutes: ten"), "content-shape", CASE, 5, "without words"),
    Fault("an id with blanks", swap(CASE, "{id: letter,", "{id: a letter,"), "content-shape", CASE, 15, "with single hyphens between words"),
    Fault("absurd minutes of a unit", swap(UNIT, "minutes: 5", "minutes: 200"), "content-shape", UNIT, 4, "less than or equal to 90"),
    Fault("absurd minutes of a case", swap(CASE, "minutes: 10", "minutes: 10000"), "content-shape", CASE, 5, "less than or equal to 120"),
    Fault("absurd minutes of an examination", swap(PLAN, "minutes: ", "minutes: 1000"), "content-shape", PLAN, 2, "less than or equal to"),
    Fault("an effect on a meter that is none", swap(CASE, "effects: {trust: -1, pull: -1}", "effects: {trust: lots, pull: -1}"), "content-shape", CASE, 29, "without words"),
    # items
    Fault("a kind that is none", swap(CHECK, "kind: single", "kind: riddle"), "item-kind", CHECK, 5, "Set `kind` to one of"),
    Fault("no kind at all", swap(CHECK, "  kind: single\n", ""), "item-kind", CHECK, 4, "Set `kind` to one of"),
    Fault("no key", swap(CHECK, "key: true, feedback: Yes.", "feedback: Yes."), "content-shape", CHECK, 4, "at the best option, and at no other"),
    Fault("an item id twice", swap(CHECK, "- id: item-multiple", "- id: item-single"), "item-twice", CHECK, 15, f"already in {CHECK}:4"),
    Fault("a section that is none", swap(CHECK, "section: a-section", "section: b-section"), "section-unknown", CHECK, 8, "Did you mean `a-section`"),
    Fault("an item's unit that is none", swap(CHECK, "  level: apply", "  unit: first-unti\n  level: apply"), "unit-unknown", CHECK, 7, "Did you mean `first-unit`"),
    Fault("an objective that is none", swap(CHECK, "objectives: [CO1.a]", "objectives: [CO1.b]"), "objective-unknown", CHECK, 6, "Did you mean `CO1.a`"),
    Fault("a citation that is none", swap(CHECK, "cite: [one2020]", "cite: [one2019]"), "citation-unknown", CHECK, 4, "Did you mean `one2020`"),
    Fault("no citation", swap(CHECK, "cite: [one2020]", "cite: []"), "content-shape", CHECK, 14, "at least 1 item"),
    Fault("a check of another name", swap(CHECK, "check: first-unit", "check: other-unit"), "check-file-name", CHECK, 1, "Name its file other-unit.yml"),
    Fault("a check without a unit", lone_check, "unit-unknown", "exercises/checks/lone.yml", 1, "There is no unit `lone`"),
    # cases
    Fault("a case of another name", swap(CASE, "case: small-case", "case: big-case"), "case-file-name", CASE, 1, "Name its file big-case.yml"),
    Fault("a case that goes nowhere", swap(CASE, "then: step-2", "then: step-9"), "case-goes-nowhere", CASE, 34, "Did you mean"),
    Fault("a flag that nothing sets", swap(CASE, "has: [saw-letter]", "has: [saw-leter]"), "case-flag-unknown", CASE, 50, "Did you mean `saw-letter`"),
    Fault("a meter that is none", swap(CASE, "if: {at_least: {pull: 7}}", "if: {at_least: {pul: 7}}"), "case-meter-unknown", CASE, 174, "Did you mean `pull`"),
    Fault("a card that is none", swap(CASE, "cards: [letter, rumour]", "cards: [letter, rumor]"), "case-card-unknown", CASE, 22, "Did you mean `rumour`"),
    Fault("a decision id twice", swap(CASE, "- id: step-2", "- id: step-1"), "case-id-twice", CASE, 43, "already on line 18"),
    Fault("a fact not listed", swap(CASE, "rests_on: [fact-01, fact-02]", "rests_on: [fact-01]"), "case-rests-on", CASE, 179, "Add it to `rests_on`"),
    Fault("a case in a circle", swap(CASE, "    then: step-3\n  - id: speak-2", "    then: step-1\n  - id: speak-2"), "case-proof", CASE, 18, "`step-1` → `step-2` → `step-1`"),
    Fault("an option that is never open", swap(CASE, "  - id: speak-3\n", "  - id: speak-3\n    if: {at_least: {trust: 10}}\n"), "case-proof", CASE, 87, "Loosen its `if`"),
    Fault("a meter that nothing asks about", swap(CASE, "if: {at_least: {pull: 7}}", "if: {at_least: {trust: 7}}"), "case-proof", CASE, 13, "Nothing depends on the meter `pull`"),
    Fault("a path too short", swap(CASE, "    then: step-2\n  - id: speak-1", "    then: step-3\n  - id: speak-1"), "case-proof", CASE, 17, "Every path must take"),
    Fault("a case that no page shows", both(swap(SECOND, "```{case} small-case\n```\n", ""), swap(ARABIC, "```{case} small-case\n```\n", "")), "case-without-page", CASE, WHOLE, "Place it on a page"),
    Fault("an option that always goes on under a condition", swap(CASE, "- {go: alone}", "- {if: {has: [spoke]}, go: alone}"), "content-shape", CASE, 158, "Take its `if` out"),
    # evidence
    Fault("braces out of balance", swap(BIB, "  year = {2020},", "  year = {2020,"), "bibtex-syntax", BIB, 1, "Balance the braces"),
    Fault("a record twice", append(BIB, "\n@misc{one2020,\n  title = {Again},\n}\n"), "source-twice", BIB, 16, "already on line 1"),
    Fault("a sort of record that is none", swap(BIB, "@article{one2020", "@articel{one2020"), "source-type", BIB, 1, "Use one of article"),
    Fault("a record without a title", swap(BIB, "  title = {A first study},\n", ""), "source-field", BIB, 1, "Add `title"),
    Fault("a link that would run", swap(BIB, "howpublished = {The Paper}", "howpublished = {The Paper},\n  url = {javascript:alert(1)}"), "source-address", BIB, 9, "https://"),
    Fault("a link to a file", swap(BIB, "howpublished = {The Paper}", "howpublished = {The Paper},\n  url = {file:///etc/passwd}"), "source-address", BIB, 9, "https://"),
    Fault("a doi with an address", swap(BIB, "doi = {10.1000/test}", "doi = {https://doi.org/10.1000/test}"), "source-address", BIB, 1, "without an address before it"),
    Fault("a fact's source that is none", swap(FACTS, "source: one2020", "source: one2019"), "source-unknown", FACTS, 3, "Did you mean `one2020`"),
    Fault("a fact contested by none", swap(FACTS, "contested_by: [fact-01]", "contested_by: [fact-07]"), "fact-unknown", FACTS, 7, "Did you mean"),
    Fault("a fact twice", swap(FACTS, "- id: fact-02", "- id: fact-01"), "fact-twice", FACTS, 7, f"already in {FACTS}:1"),
    Fault("a fact twice in two files", write("assets/evidence/facts-more.yml", "- {id: fact-01, claim: C., source: one2020, locator: p. 1, theme: context, confidence: stated}\n"), "fact-twice", FACTS, 1, "already in assets/evidence/facts-more.yml:1"),
    # glossary and objectives
    Fault("a word twice", append(WORDS, "- {term: Tamkin, plain: Again.}\n"), "word-twice", WORDS, 6, f"already in {WORDS}:1"),
    Fault("a word that is another's other name", append(WORDS, "- {term: consolidation, plain: Again.}\n"), "word-twice", WORDS, 6, "already in"),
    Fault("a word's citation that is none", swap(WORDS, "cite: [fact-01]", "cite: [fact-11]"), "citation-unknown", WORDS, 5, "Did you mean `fact-01`"),
    Fault("an objective twice", append(GOALS, "- {id: CO1.a, text: again, level: apply}\n"), "objective-twice", GOALS, 5, f"already in {GOALS}:4"),
    Fault("an outcome twice", swap(GOALS, "objectives:\n", "- {id: CO1, text: again, level: apply}\nobjectives:\n"), "outcome-twice", GOALS, 3, f"already in {GOALS}:2"),
    Fault("an objective of no outcome", append(GOALS, "- {id: CO2.a, text: more, level: apply}\n"), "outcome-unknown", GOALS, 5, "Did you mean `CO1`"),
    # explorers, the audit, the blueprint
    Fault("an explorer that is none", write("assets/explorers/maze.yml", "explorer: maze\n"), "explorer-unknown", "assets/explorers/maze.yml", 1, "Name the file after one of"),
    Fault("an audience that is none", swap(MAP, "audience: elders", "audience: elder"), "content-shape", MAP, 18, "`elder` names something that is not listed. Name a phase and a row"),
    Fault("a phase that is another in the audit", swap(AUDIT, "- {id: four, label", "- {id: fifth, label"), "content-shape", AUDIT, 18, "Code it once for each phase"),
    Fault("a code without a basis", swap(AUDIT, "three: {code: 3, basis: promised, note: Income", "three: {code: 3, note: Income"), "content-shape", AUDIT, 31, "Add `basis: kept`"),
    Fault("an outcome of the examination that is none", swap(PLAN, "CO1:", "CO9:"), "outcome-unknown", PLAN, 4, "Did you mean `CO1`"),
    Fault("a form that cannot be drawn", write(PLAN, "items: 90\nminutes: 5\npass_mark: 0.5\noutcomes: {CO1: 90}\napply_or_analyse: 0\nset_items: 0\n"), "blueprint-short", PLAN, 4, "Write the items that are missing"),
    Fault("examination without a blueprint", both(delete(PLAN), append(SECOND, "\n```{exam}\n```\n")), "blueprint-missing", SECOND, 18, "Add that file"),
    *(Fault(f"{name} without a blueprint", both(delete(PLAN), append(SECOND, f"\n```{{{name}}}\n```\n")), "blueprint-missing", SECOND, 18, "Add that file") for name in ("plan", "practice", "samples")),
    Fault("a timeline without events", append(SECOND, "\n```{timeline}\n```\n"), "timeline-missing", SECOND, 18, "Add that file"),
    # front matter
    Fault("a unit without front matter", write(SECOND, "# Second unit\n\n```{objectives}\n```\n\n## Another section\n\n```{case} small-case\n```\n"), "unit-front-matter", SECOND, WHOLE, "Begin it with"),
    Fault("a key of front matter misspelt", swap(SECOND, "unit: second-unit", "untit: second-unit"), "front-matter-key", SECOND, 2, "Did you mean `unit`"),
    Fault("a unit of another name", swap(UNIT, "unit: first-unit", "unit: fist-unit"), "unit-file-name", UNIT, 2, "Give both one name"),
    Fault("a unit's number twice", swap(SECOND, 'number: "1.2"', 'number: "1.1"'), "unit-number-twice", SECOND, 3, f"already in {UNIT}:3"),
    Fault("a unit twice", both(write("chapters/part-2/first-unit.md", '---\nunit: first-unit\nnumber: "1.9"\nminutes: 5\nobjectives: [CO1.a]\nas_of: 2026-02\n---\n# Again\n'), swap(TOC, "  - file: chapters/part-1/arabic\n", "  - file: chapters/part-1/arabic\n  - file: chapters/part-2/first-unit\n")), "unit-twice", "chapters/part-2/first-unit.md", 2, f"already in {UNIT}:2"),
    Fault("a month that is none", swap(UNIT, "as_of: 2026-02", "as_of: spring"), "content-shape", UNIT, 6, "Write a year and a month"),
    # the text of chapters
    Fault("a directive that is none", swap(UNIT, "```{explorer} phase-map", "```{explore} phase-map"), "directive-unknown", UNIT, 25, "Did you mean `explorer`"),
    Fault("a directive that names nothing", swap(UNIT, "```{check} first-unit", "```{check}"), "directive-argument", UNIT, 30, "Write it beside the name"),
    Fault("an option that is none", swap(UNIT, ":class: vignette", ":clas: vignette"), "directive-option", UNIT, 21, "It takes class"),
    Fault("text in a check", swap(UNIT, "```{check} first-unit\n", "```{check} first-unit\nText.\n"), "directive-content", UNIT, 31, "Close the block"),
    Fault("a block that is never closed", swap(UNIT, "```{check} first-unit\n```", "```{check} first-unit"), "block-open", UNIT, 30, "Close it with a line"),
    Fault("a role that is none", swap(UNIT, "{cite}`fact-01`", "{site}`fact-01`"), "role-unknown", UNIT, 11, "Did you mean `cite`"),
    Fault("an empty citation", swap(UNIT, "{cite}`fact-01`", "{cite}` `"), "role-empty", UNIT, 11, "take it out"),
    Fault("a citation that is none in a box", swap(UNIT, "admonition too {cite}`one2020`", "admonition too {cite}`one2O20`"), "citation-unknown", UNIT, 22, "Did you mean `one2020`"),
    Fault("a word that is none", swap(UNIT, "<tamkin>", "<tamkim>"), "word-unknown", UNIT, 18, "Did you mean `tamkin`"),
    Fault("a check placed twice", append(UNIT, "\n```{check} first-unit\n```\n"), "placed-twice", UNIT, 33, "already on line 30"),
    Fault("a check that no page shows", both(swap(UNIT, "```{check} first-unit\n```\n", "Nothing.\n"), swap(ARABIC, "```{check} first-unit\n```\n", "")), "check-without-page", CHECK, WHOLE, "Place it on a page"),
    Fault("a page that is not there", swap(UNIT, "second-unit.md", "third-unit.md"), "link-broken", UNIT, 18, "Name a file of the course"),
    Fault("a section that is not there", swap(UNIT, "#another-section", "#some-section"), "anchor-unknown", UNIT, 18, "another-section"),
    Fault("a link that would run in a chapter", swap(UNIT, "(second-unit.md#another-section)", "(javascript:alert(1))"), "link-scheme", UNIT, 18, "https://"),
    Fault("a link by data", swap(UNIT, "(second-unit.md#another-section)", "(data:text/html,hello)"), "link-scheme", UNIT, 18, "https://"),
    Fault("raw HTML", append(UNIT, "\n<script>alert(1)</script>\n"), "html-raw", UNIT, 33, "Write Markdown"),
    Fault("raw HTML in a line", swap(UNIT, "A thing is so", "A <b onclick=x>thing</b> is so"), "html-raw", UNIT, 11, "Write Markdown"),
    Fault("a picture that is not there", append(UNIT, "\n![A town](town.png)\n"), "image-missing", UNIT, 33, "Correct its path"),
    Fault("a picture without words", both(write("chapters/part-1/town.svg", SVG), append(UNIT, "\n![](town.svg)\n")), "image-alt", UNIT, 33, "Describe it"),
    Fault("a picture from elsewhere", append(UNIT, "\n![A town](https://example.org/town.png)\n"), "image-elsewhere", UNIT, 33, "Copy it into"),
    Fault("a heading that leaps", swap(UNIT, "## A section", "#### A section"), "heading-level", UNIT, 16, "Give it 2"),
    Fault("a second title", swap(UNIT, "## A section", "# A section"), "heading-level", UNIT, 16, "two or more"),
    Fault("a heading twice", append(UNIT, "\n## A section\n"), "heading-twice", UNIT, 33, "already on line 16"),
    Fault("a heading without words", append(UNIT, "\n##\n"), "heading-empty", UNIT, 33, "take it out"),
    Fault("a page without a title", write("chapters/index.md", "Only text.\n"), "page-title", "chapters/index.md", WHOLE, "Begin it with a line"),
    Fault("a language that is none", append(UNIT, "\n```pythn\nprint()\n```\n"), "code-language", UNIT, 33, "write `text`"),
    Fault("a file included that is not there", append(UNIT, "\n```{include} ../../secrets.md\n```\n"), "include-missing", UNIT, 33, "Include a file of the course"),
    # the order of pages, and the settings
    Fault("no order of pages", delete(TOC), "file-missing", TOC, WHOLE, "Add it"),
    Fault("an order of pages that is no YAML", swap(TOC, "parts:", "parts: ["), "yaml-syntax", TOC, 3, "Close what is opened here"),
    Fault("an order without parts", write(TOC, "format: jb-book\nroot: chapters/index\n"), "content-shape", TOC, WHOLE, "`parts` is missing"),
    Fault("an order of another format", swap(TOC, "format: jb-book", "format: jb-article"), "content-shape", TOC, 1, "Write 'jb-book'"),
    Fault("a page in the order that is not there", swap(TOC, "chapters/part-1/second-unit", "chapters/part-1/secnd-unit"), "toc-missing", TOC, 8, "Did you mean `chapters/part-1/second-unit`"),
    Fault("a page twice in the order", append(TOC, "  - file: chapters/part-1/first-unit\n"), "toc-twice", TOC, 14, "Take one of them out"),
    Fault("a page that is not in the order", swap(TOC, "  - file: chapters/part-1/arabic\n", ""), "page-not-in-toc", ARABIC, WHOLE, "Add `- file: chapters/part-1/arabic`"),
    Fault("a page outside", both(write("loose.md", "# Loose\n"), append(TOC, "  - file: loose\n")), "toc-outside", TOC, 14, "Move its file"),
    Fault("a key of the order misspelt", swap(TOC, "- caption: Units", "- capton: Units"), "content-shape", TOC, 4, "capton"),
    Fault("no settings", delete(CONFIG), "file-missing", CONFIG, WHOLE, "Add it"),
    Fault("settings that are no YAML", swap(CONFIG, "title: Small course", "title: Small: course"), "yaml-syntax", CONFIG, 1, "Quote the text that has"),
    Fault("a list for settings", write(CONFIG, "- a\n"), "content-shape", CONFIG, WHOLE, "Begin with a key"),
    Fault("a setting misspelt", swap(CONFIG, "title: Small course", "titel: Small course"), "content-shape", CONFIG, 1, "titel"),
    Fault("a setting of another type", swap(CONFIG, "timeout: 120", "timeout: soon"), "content-shape", CONFIG, 8, "without words"),
    Fault("the engine's extension left out", swap(CONFIG, ", counteroffer.book]", "]"), "content-shape", CONFIG, 17, "Write it as `[myst_nb, jupyter_book, sphinx_external_toc, counteroffer.book]`"),
    Fault("an extension that is none", swap(CONFIG, "[myst_nb,", "[myst_bn,"), "content-shape", CONFIG, 17, "Write it as `[myst_nb,"),
    Fault("an extension more", swap(CONFIG, "[myst_nb,", "[json, myst_nb,"), "content-shape", CONFIG, 17, "Write it as `[myst_nb,"),
    Fault("an extension list of another key", swap(CONFIG, "sphinx:\n", "sphinx:\n  extra_extensions: [json]\n"), "content-shape", CONFIG, 15, "take it out"),
    Fault("another theme", swap(CONFIG, "html_theme: counteroffer", "html_theme: alabaster"), "content-shape", CONFIG, 18, "Write 'counteroffer'"),
    Fault("no language", swap(CONFIG, "    language: en\n", ""), "content-shape", CONFIG, 15, "`language` of `config` of `sphinx` is missing. Add it"),
    Fault("a language that is a path", swap(CONFIG, "language: en", "language: ../en"), "content-shape", CONFIG, 29, "as in `ar`"),
    Fault("a syntax that is none", swap(CONFIG, "[colon_fence,", "[no_such_syntax,"), "content-shape", CONFIG, 24, "Write it as `[colon_fence, attrs_block, attrs_inline]`"),
    Fault("a syntax more", swap(CONFIG, "[colon_fence,", "[dollarmath, colon_fence,"), "content-shape", CONFIG, 24, "Write it as `[colon_fence, attrs_block, attrs_inline]`"),
    Fault("a syntax for a list", swap(CONFIG, "[colon_fence, attrs_block, attrs_inline]", "colon_fence"), "content-shape", CONFIG, 24, "Write a list"),
    Fault("links that find no section", swap(CONFIG, "myst_heading_anchors: 6", "myst_heading_anchors: 1"), "content-shape", CONFIG, 25, "Write 6"),
    Fault("a setting of Sphinx that is none", swap(CONFIG, "html_permalinks: false", "html_permalink: false\n    html_permalinks: false"), "content-shape", CONFIG, 19, "Correct its spelling"),
    Fault("a setting of Sphinx that no face shows", append(CONFIG, "    html_extra_path: [nowhere]\n"), "content-shape", CONFIG, 30, "take it out"),
    Fault("an output that is shown by no rule", swap(CONFIG, '["html", "text/html", 0]', '["html", "text/html"]'), "content-shape", CONFIG, 28, "Add"),
    Fault("widgets from elsewhere", swap(CONFIG, "nb_ipywidgets_js: {}", "nb_ipywidgets_js: {a: b}"), "content-shape", CONFIG, 27, "too much"),
    Fault("numbers that no contents show", swap(CONFIG, "use_multitoc_numbering: false", "use_multitoc_numbering: true"), "content-shape", CONFIG, 10, "Write false"),
    Fault("a setting of pages that is none", swap(CONFIG, "html:\n", "html:\n  favicon: nowhere.ico\n"), "content-shape", CONFIG, 10, "take it out"),
    Fault("LaTeX", swap(CONFIG, "use_jupyterbook_latex: false", "use_jupyterbook_latex: true"), "content-shape", CONFIG, 13, "Write false"),
    Fault("a pattern that excludes chapters", swap(CONFIG, "exclude_patterns: [_build,", "exclude_patterns: [chapters, _build,"), "page-excluded", CONFIG, 5, "Narrow the pattern"),
    Fault("pages below that are none", swap(TOC, "  - file: chapters/part-1/arabic\n", "  - file: chapters/part-1/arabic\n    sections: []\n"), "content-shape", TOC, 10, "Add what is missing"),
    Fault("two pages of one name", write("chapters/part-1/arabic.ipynb", NOTEBOOK % ("Words.", "1")), "page-twice", ARABIC, WHOLE, "Rename one"),
]  # fmt: skip
