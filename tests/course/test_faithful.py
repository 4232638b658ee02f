"""A translation that keeps what stands in every language alike is no fault, however freely its words are put."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from counteroffer.cli import app
from counteroffer.course import load_course
from counteroffer.course.kept_marks import Marks
from counteroffer.language import ENGINE
from counteroffer.language.catalogues import place, read_catalogue
from tests.course.faults_translations import FRAME, HEAD, LOCALE, MIND, PAGE, SO, WORDS


def test_words_and_their_order_are_free(small: Path) -> None:
    page = small / f"{LOCALE}/{PAGE}.po"
    page.parent.mkdir(parents=True)
    free = (
        (SO, "Une chose est disputée {cite}`two2021 fact-02`, {cite}`fact-02`; une autre est ainsi {cite}`fact-01`."),
        (MIND, "Voyez [*l'unité* suivante](second-unit.md#another-section), et le {word}`seuil <Seuil>`."),
        ("First unit", "Première unité"),
        ("A section", ""),
    )
    page.write_text(HEAD + "".join(f'msgid "{text}"\nmsgstr "{said}"\n\n' for text, said in free), encoding="utf-8-sig")
    (small / f"{LOCALE}/{WORDS}.po").parent.mkdir(parents=True)
    (small / f"{LOCALE}/{WORDS}.po").write_text(HEAD + 'msgid "tamkin"\nmsgstr "seuil"\n', encoding="utf-8")
    frame = '#, fuzzy\nmsgid "Place {place}"\nmsgstr "Lieu {lieu}"\n\nmsgid "{count} agrees"\nmsgid_plural "{count} agree"\nmsgstr[0] "Un oui"\nmsgstr[1] "{count} oui"\n'
    (small / f"{LOCALE}/{FRAME}.po").write_text(HEAD + frame, encoding="utf-8")
    said = load_course(small, language="fr")
    assert said.units()["first-unit"][0].title == "Première unité"


def test_the_engine_keeps_its_own_places() -> None:
    for folder in ENGINE.iterdir():
        for message in read_catalogue(place(ENGINE, folder.name, FRAME), folder.name):
            if message.id and message.string:
                ids = message.id if isinstance(message.id, tuple) else (str(message.id),)
                forms = message.string if isinstance(message.string, tuple) else (str(message.string),)
                assert [list(Marks("frame", str).differ(ids, form)) for form in forms] == [[] for _ in forms], message.id


@pytest.mark.parametrize("command", [["check"], ["build"], ["words", "status"]])
def test_each_command_says_the_same(small: Path, command: list[str]) -> None:
    page = small / f"{LOCALE}/{PAGE}.po"
    page.parent.mkdir(parents=True)
    page.write_text(f'{HEAD}msgid "{MIND}"\nmsgstr "Le {{word}}`seuil <seuil>`."\n', encoding="utf-8")
    done = CliRunner().invoke(app, [*command, str(small)])
    assert done.exit_code == 2
    assert done.stderr.splitlines()[0] == (
        f"{LOCALE}/{PAGE}.po:6: error: The translation of “Mind the {{word}}threshold <tamkin>, and …” lacks "
        "the link to `second-unit.md#another-section`, {word}`… <tamkin>` and adds {word}`… <seuil>`. "
        "Write what stands in braces, brackets and addresses as `msgid` has it, and translate the words around it. [translation-differs]"
    )


def test_a_text_that_counts_has_its_forms(small: Path) -> None:
    frame = small / f"{LOCALE}/{FRAME}.po"
    frame.parent.mkdir(parents=True)
    frame.write_text(HEAD + 'msgid "{count} agrees"\nmsgstr "{count} oui"\n', encoding="utf-8")
    done = CliRunner().invoke(app, ["words", "status", str(small)])
    assert done.exit_code == 2
    assert f"{FRAME}.po:6: The text “{{count}} agrees” counts" in done.stderr
    assert "words update fr" in done.stderr


@pytest.mark.parametrize("code", ["fr", "../chapters", ""])
def test_no_book_is_built_in_a_language_that_is_not_there(small: Path, code: str) -> None:
    (small / "locale/ar/LC_MESSAGES").mkdir(parents=True)
    done = CliRunner().invoke(app, ["build", str(small), "--language", code])
    assert done.exit_code == 2
    assert "The course has no translations into" in done.stderr
    assert not (small / "_build").exists()
