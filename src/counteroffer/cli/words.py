"""`counteroffer words`: extract, status, update, pseudo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from counteroffer.cli.common import Root, stop

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from counteroffer.translate.languages import Standing

words = typer.Typer(help="For translators: what there is to translate, and how far it is.", no_args_is_help=True)


@words.command()
def extract(
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="The folder to write to; else `_build/words`.", file_okay=False)] = None,
) -> None:
    """Write a `.pot` file for every unit, check, case and other file with texts, and one for what the engine says."""
    from counteroffer.translate.files import count, write

    templates, folder = _templates(root), out or root / "_build" / "words"
    for domain, template in templates.items():
        write(template, folder / f"{domain}.pot")
    typer.echo(f"Wrote {len(templates)} catalogues with {sum(map(count, templates.values()))} texts to {folder}.")


@words.command()
def status(root: Root = Path()) -> None:
    """Say what is translated into each language, catalogue by catalogue; of a language that the engine alone has, its words."""
    from counteroffer.language import ENGINE, WORDS
    from counteroffer.translate.engine import engine_catalogue
    from counteroffer.translate.languages import LanguageError, Standing, languages
    from counteroffer.translate.languages import status as status_of

    found = languages(root / "locale")
    templates = _templates(root) if found else {WORDS: engine_catalogue()}
    for language in found:
        try:
            standings = status_of(root, language, templates)
        except LanguageError as error:
            stop(str(error))
        every = (sum(one.texts for one in standings), sum(one.translated for one in standings), sum(one.fuzzy for one in standings))
        for one in (*standings, Standing("all", *every)):
            typer.echo(_line(language, one))
    for language in [one for one in languages(ENGINE) if one not in found]:
        (one,) = status_of(root, language, {WORDS: templates[WORDS]})
        typer.echo(f"{_line(language, one)}: what the engine brings")
    if not found:
        typer.echo("The course itself is in no other language yet. Begin one with `counteroffer words update CODE`.")


@words.command()
def update(language: Annotated[str, typer.Argument(help="The code of the language, such as `ar`.")], root: Root = Path()) -> None:
    """Bring new and changed texts into a language's catalogues below `locale`; a language that is not there is begun."""
    from counteroffer.translate.languages import LanguageError
    from counteroffer.translate.languages import update as bring

    try:
        written = bring(root, language, _templates(root))
    except LanguageError as error:
        stop(str(error))
    typer.echo(f"Brought {len(written)} catalogues of {language} up to date, below {root / 'locale' / language}.")


@words.command()
def pseudo(root: Root = Path()) -> None:
    """Write a language made by rule, in which a forgotten text shows; `build --language` builds a book in it."""
    from counteroffer.translate.pseudo import CODE, write_pseudo

    folder = write_pseudo(root, _templates(root))
    typer.echo(f"Wrote {CODE} to {folder}. Build it with `counteroffer build --language {CODE}`.")


def _templates(root: Path) -> dict[str, Catalog]:
    from counteroffer.course import CourseError, load_course
    from counteroffer.language import WORDS
    from counteroffer.translate.content import PagesError, content_catalogues
    from counteroffer.translate.engine import engine_catalogue

    try:
        return {WORDS: engine_catalogue(), **content_catalogues(load_course(root, prove=False))}
    except CourseError as error:
        stop("\n".join(map(str, error.diagnostics)))
    except PagesError as error:
        stop(str(error))


def _line(language: str, one: Standing) -> str:
    return f"{language}  {one.translated:5} of {one.texts:5}  {_percent(one.translated, one.texts)}  {one.fuzzy:4} in doubt  {one.domain}"


def _percent(some: int, every: int) -> str:
    return f"{100 * some // every if every else 100:3} %"
