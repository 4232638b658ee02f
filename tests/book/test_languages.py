"""A book in another language: nothing of English is left on any page, and what is no text stays as it is."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from babel.messages.pofile import read_po
from typer.testing import CliRunner

from counteroffer.book.paper import paper
from counteroffer.cli import app
from counteroffer.course import Catalogue, load_course
from counteroffer.course.charts import MODELS as CHARTS
from counteroffer.course.texts import texts
from counteroffer.course.translation import parts, translated
from counteroffer.course.vocabulary import DIRECTIVES, ROLES
from counteroffer.figures.audit import Comparison
from counteroffer.figures.charts import charts
from counteroffer.figures.every_explorer import explorers
from counteroffer.figures.explorer import Frame
from counteroffer.handouts.case_pack import RunSheet
from counteroffer.language import ENGINE, Language, message
from counteroffer.language.catalogues import Domain
from counteroffer.translate.engine import engine_catalogue, script_texts
from counteroffer.translate.pseudo import CODE, LONGER, pseudo
from counteroffer.twin import NotebookLinks, audit_html, case_html, chart_html, check_html, explorer_html
from counteroffer.twin.matrix import BookLinks, objective_matrix_html, traceability_html
from counteroffer.twin.plan import plan_html, samples_html
from counteroffer.twin.reference import evidence_html, glossary_html, sources_html, unit_html, waiting_html
from counteroffer.twin.timeline import timeline_html
from counteroffer.twin.workshop import agenda_html, note_html, session_html
from tests.book.untouched import PLAIN, untouched

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parents[1] / "small"
ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5"


def pages(root: Path) -> list[Path]:
    # the page of another language has words of its own
    return [path for path in sorted((root / "_build/html" / CODE).rglob("*.html")) if path.stem != "arabic"]


def test_the_course_by_rule_has_each_directive_and_each_kind_of_notebook(by_rule: Path) -> None:
    there = "\n".join(path.read_text(encoding="utf-8") for path in (by_rule / "chapters").rglob("*.md"))
    # boxes differ in their title alone, which is the page builder's own word
    boxes = {name for name, directive in DIRECTIVES.items() if directive == DIRECTIVES["note"]}
    assert "{note}" in there
    assert set(DIRECTIVES) - boxes - set(re.findall(r"^[:`]{3,}\{([\w-]+)\}", there, re.MULTILINE)) == set()
    assert set(re.findall(r"\{(\w+)\}`", there)) == set(ROLES)
    assert set(re.findall(r"\{chart\} (.+)", there)) == set(CHARTS)
    shown = {found[1] for path in (by_rule / "exercises").glob("*.ipynb") if (found := re.search(r"import (\w+)", path.read_text("utf-8")))}
    assert shown == {"case", "audit"}
    assert len(pages(by_rule)) >= 17


def test_no_page_keeps_a_text_that_was_not_translated(by_rule: Path) -> None:
    found = {path.name: left for path in pages(by_rule) if (left := untouched(path.read_text(encoding="utf-8"), CODE, "Small course"))}
    assert found == {}


def test_the_language_by_rule_keeps_what_no_translation_may_change(by_rule: Path, tmp_path: Path) -> None:
    root = shutil.copytree(by_rule, tmp_path / "small", ignore=shutil.ignore_patterns("_build"))
    assert load_course(root)
    shutil.copytree(by_rule / "_build/locale", root / "locale")
    assert len(list((root / "locale").rglob("*.po"))) > 20
    assert load_course(root).root == root.resolve(), "no fault, of which CourseError would tell"


def test_the_search_for_plain_letters_finds_them(by_rule: Path) -> None:
    base = by_rule / "_build/html/chapters/part-1/first-unit.html"
    assert len(untouched(base.read_text(encoding="utf-8"), "en", "Small course")) > 40


def test_pages_say_their_language_and_its_direction(by_rule: Path) -> None:
    for path in pages(by_rule):
        assert f'<html lang="{CODE}" dir="rtl"' in path.read_text(encoding="utf-8"), path
    assert '<html lang="en" dir="ltr"' in (by_rule / "_build/html/index.html").read_text(encoding="utf-8")


def test_ids_anchors_keys_and_addresses_are_those_of_the_base(by_rule: Path) -> None:
    html = by_rule / "_build/html"
    names = re.compile(r'\b(?:id|href|data-(?:id|item|key|edition|option|unit|decision|ending|card|if|phase))="([^"]*)"')
    for path in pages(by_rule):
        if path.parent.name == "exercises":  # whose notebooks are stored empty, and filled in another language
            continue
        base = html / path.relative_to(html / CODE)
        theirs, ours = (
            names.findall(re.sub(r"\?v=\w+|<svg.*?</svg>", "", one.read_text(encoding="utf-8"), flags=re.DOTALL)) for one in (path, base)
        )
        if path.stem != "words-that-matter":  # whose words stand in the order of their own alphabet
            assert theirs == ours, path
        assert sorted(theirs) == sorted(ours), path


def test_the_script_gets_its_words_only_in_another_language(by_rule: Path) -> None:
    html = by_rule / "_build/html"
    page = Path("chapters/part-1/first-unit.html")
    assert "words.js" not in (html / page).read_text(encoding="utf-8")
    assert not (html / "_static/words.js").exists()
    assert (html / CODE / page).read_text(encoding="utf-8").index("words.js") < (html / CODE / page).read_text(encoding="utf-8").index(
        "learner.js"
    )
    told = re.fullmatch(
        r"window\.counterofferWords=\{plural:n=>Number\((.*?)\),texts:new Map\((.*)\)\};\n",
        (html / CODE / "_static/words.js").read_text(encoding="utf-8"),
    )
    assert told
    said = dict(json.loads(told[2]))
    assert said["Check answer"] == pseudo("Check answer")
    assert len(said["{count} question is due."]) == 6
    # every text of the script, but for those without a letter
    assert {text if isinstance(text, str) else text[0] for text in script_texts()} - set(said) <= {", ", "{name}: {fingerprint}"}


def test_a_picture_is_mirrored_and_its_words_are_translated(by_rule: Path) -> None:
    text = (by_rule / "_build/html" / CODE / "chapters/part-1/first-unit.html").read_text(encoding="utf-8")
    drawn = re.findall(r"<svg(?! class)[^>]*>.*?</svg>", text, re.DOTALL)
    assert drawn
    for svg in drawn:
        assert ' direction="rtl"' in svg.partition(">")[0]
        assert not re.search(r"<text[^>]*>[^<]*[A-Za-z]{2,}", svg)


def test_the_language_by_rule_marks_and_lengthens_and_leaves_what_is_no_text() -> None:
    text = "A choice of {count} {word}`mukhtar`, says {cite}`seed-01`; see {doc}`Unit 1.2 </chapters/x>` and [more](other.md#place)."
    said = pseudo(text)
    assert said.startswith("⟦")
    assert said.endswith("⟧")
    assert len(said) >= (1 + LONGER) * len(text)
    for kept in ("{count}", "<mukhtar>`", "{cite}`seed-01`", "</chapters/x>`", "](other.md#place)"):
        assert kept in said
    assert not PLAIN.search(re.sub(r"\{\w+\}`?|<[^>]*>`|seed-01|\]\([^)]*\)", "", said))
    assert pseudo("; ") == "; "


class Pseudo(Language):
    """The language by rule without its catalogues: whatever is asked of it is translated."""

    def domain(self, name: str) -> Domain:  # noqa: ARG002
        return cast("Domain", SimpleNamespace(gettext=pseudo, ngettext=lambda one, many, count: pseudo(one if count == 1 else many)))


def test_no_part_of_the_whole_course_keeps_a_text(course: Catalogue) -> None:
    said = translated(course, Pseudo(CODE))
    links = NotebookLinks(said)
    faces = {check.check: check_html(said, check, links) for check in said.checks.values()}
    faces |= {case.case: case_html(said, case, links) for case in said.cases.values()}
    faces |= {unit: unit_html(said, chapter) for unit, (chapter, _) in said.units().items()}
    faces |= {name: chart_html(said, chart, chart.svg(), links) for name, chart in charts(said).items()}
    for name, explorer in explorers(said).items():
        frames = [Frame(setting, explorer.name(setting), "", explorer.sentence(setting)) for setting in explorer.settings()]
        faces[name] = explorer_html(said, explorer, frames, links)
    faces |= {"glossary": glossary_html(said, links), "sources": sources_html(said, None, links, whole=True)}
    assert said.audit
    assert said.chronology
    faces |= {"audit": audit_html(said, said.audit, links), "timeline": timeline_html(said, said.chronology, links)}
    book = cast("BookLinks", SimpleNamespace(source=links.source, section=links.section, document=lambda *_: None))
    faces |= {"traceability": traceability_html(said, book), "objectives": objective_matrix_html(said, book)}
    faces |= {"evidence": evidence_html(said, links), "plan": plan_html(said), "samples": samples_html(said, links)}
    faces |= {what: waiting_html(said, what) for what in ("record", "practice", "exam", "verify")}
    faces |= {f"session of {name}": session_html(said, one, links) for name, one in said.sessions.items()}
    faces |= {f"agenda {name}": agenda_html(said, one, links) for name, one in said.agendas.items()}
    for name, note in said.notes.items():
        faces[f"note on {name}"] = note_html(said, note, links, RunSheet(said.cases[name], said.language))
    assert {name: left for name, html in faces.items() if (left := untouched(html, CODE))} == {}
    on_paper = {name: paper(html, said.language) for name, html in faces.items()}
    assert {name: left for name, html in on_paper.items() if (left := untouched(html, CODE))} == {}


def test_the_comparison_of_an_audit_keeps_no_text(course: Catalogue) -> None:
    audit = translated(course, Pseudo(CODE)).audit
    assert audit
    marks = {one.id: place % 5 for place, one in enumerate(audit.dimensions[:-1])} | {audit.dimensions[0].id: None}
    said = Comparison(audit, audit.phases[0].id, marks, Pseudo(CODE)).sentence()
    assert not PLAIN.search(said), said


def test_every_text_field_of_the_models_is_walked(course: Catalogue) -> None:
    found = {
        (domain.rpartition("/")[0] or domain, place[-1] if isinstance(place[-1], str) else place[-2])
        for domain, part in parts(course)
        for place, _ in texts(part)
    }
    assert {("exercises/checks", name) for name in ("title", "stem", "text", "feedback", "left", "right", "vignette", "scenario")} <= found
    assert {
        ("exercises/cases", name) for name in ("brief", "seat", "consequence", "explains", "notice", "simplified", "questions", "why")
    } <= found
    # what is Arabic stands in every language as it is
    assert not {name for _, name in found} & {"arabic", "transliteration", "id", "cite", "core"}


def test_what_python_templates_and_script_say_is_gathered() -> None:
    found = {message.id for message in engine_catalogue() if message.id}
    assert {"Best answer", "Skip to main content", "Check answer", "None of {all} people go along.", "you opened: {title}"} <= found
    assert {"Answers", "Answer", "{shown}: in the book for browsers."} <= found, "the EPUB"
    staff = {
        "Pairs of candidates to look at",
        "not computed",
        "at the cut score",
        "{low} to {high} %",
        "Sitters’ range",
        "readers, units open",
    }
    assert staff <= found, "the reports on a sitting and on a pilot"
    assert ("{count} question is due.", "{count} questions are due.") in found
    assert ("about {count} minute", "about {count} minutes") in found


def test_no_template_says_anything_outside_gettext() -> None:
    # what is left of attributes and styles that a template puts together, and names of files
    no_words = re.compile(r".*[={].*|co-[a-z]+|PDF|[\w/-]+\.(?:epub|txt)")
    for path in ENGINE.parent.rglob("*.html"):
        if "node_modules" not in path.parts:
            written = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<html[^>]*>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert [text for text in untouched(written, "") if not no_words.fullmatch(text)] == [], path


def test_no_text_of_the_script_is_put_together_outside_gettext() -> None:
    for path in (ENGINE.parent / "web/src/words").glob("*words.ts"):
        code = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "`" not in code, f"{path} puts a text together itself"
        loose = [
            text
            for text in re.findall(r'(?<![_(\w])\s(?<!\()"([^"]*)"', re.sub(r'(?:_|ngettext)\(\s*(?:"(?:[^"\\]|\\.)*",?\s*)+', "", code))
            if " " in text.strip()
        ]
        assert loose == [], path


def test_a_language_speaks_by_its_own_grammar(tmp_path: Path) -> None:
    place = tmp_path / "ar/LC_MESSAGES/counteroffer.po"
    place.parent.mkdir(parents=True)
    forms = "".join(
        f'msgstr[{number}] "{word} {{count}}"\n' for number, word in enumerate(("صفر", "واحد", "اثنان", "قليل", "كثير", "غيره"))
    )
    place.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: nplurals=6; plural={ARABIC};\\n"\n\nmsgid "{{count}} day"\nmsgid_plural "{{count}} days"\n{forms}'
        '\nmsgid "Place {place}"\nmsgstr "المكان {place}"\n',
        encoding="utf-8",
    )
    arabic, english = Language("ar", (tmp_path,)), Language()
    assert [arabic.ngettext("{count} day", "{count} days", count).split()[0] for count in (0, 1, 2, 3, 11, 100)] == [
        "صفر", "واحد", "اثنان", "قليل", "كثير", "غيره",
    ]  # fmt: skip
    assert arabic.say(message("Place {place}", place=2)) == "المكان 2"
    assert english.say(message("Place {place}", place=2)) == "Place 2"
    assert (arabic.direction, english.direction) == ("rtl", "ltr")
    assert (arabic.date("2014-06"), english.date("2014-06-10")) == ("يونيو 2014", "10 June 2014")


def test_a_translator_begins_a_language_and_sees_how_far_it_is(tmp_path: Path) -> None:
    root = tmp_path / "small"
    shutil.copytree(SMALL, root)
    run = CliRunner()
    said = run.invoke(app, ["words", "status", str(root)])
    assert re.fullmatch(
        r"ar +[1-9]\d* of +\d+ +\d+ % +0 in doubt +counteroffer: what the engine brings\nThe course itself is in no other language yet\..+\n",
        said.stdout,
    ), said.stdout
    assert run.invoke(app, ["words", "update", "xx-x", str(root)]).exit_code == 2
    assert run.invoke(app, ["words", "update", "ar", str(root)]).exit_code == 0
    unit = root / "locale/ar/LC_MESSAGES/chapters/part-1/first-unit.po"
    with unit.open("rb") as file:
        assert "First unit" in {one.id for one in read_po(file)}
    # what the engine knows already is taken over
    frame = (root / "locale/ar/LC_MESSAGES/counteroffer.po").read_text(encoding="utf-8")
    assert 'msgid "Contents"\nmsgstr "المحتويات"' in frame
    unit.write_text(
        unit.read_text(encoding="utf-8").replace('msgid "First unit"\nmsgstr ""', 'msgid "First unit"\nmsgstr "الوحدة الأولى"'),
        encoding="utf-8",
    )
    said = run.invoke(app, ["words", "status", str(root)])
    assert said.exit_code == 0
    assert re.search(r"ar +1 of +\d+ +\d+ % +0 in doubt +chapters/part-1/first-unit", said.stdout)
    assert load_course(root, language="ar").units()["first-unit"][0].title == "الوحدة الأولى"
    unit.write_text('msgid "broken\n', encoding="utf-8")
    said = run.invoke(app, ["words", "status", str(root)])
    assert said.exit_code == 2
    assert "first-unit.po" in said.stderr
