"""What the facilitator's texts name must be there, and each unit and case must have its page once there is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from counteroffer.course import papers
from counteroffer.course.texts import texts
from counteroffer.course.translation import parts
from counteroffer.course.workshop import names
from counteroffer.course.workshop.agendas import Agenda
from counteroffer.course.workshop.notes import Note
from counteroffer.course.workshop.sessions import Session

if TYPE_CHECKING:
    from counteroffer.course.crosscheck import Checker
    from counteroffer.course.yamlfile import Place, YamlFile


def check(checker: Checker) -> None:
    """Note a fault for each name that nothing answers to, papers of a room too, and for each unit and case without a page for facilitators."""
    course = checker.course
    for session in course.sessions.values():
        _session(session, checker, course.files[f"workshop/sessions/{session.session}.yml"])
    for note in course.notes.values():
        _note(note, checker, course.files[f"workshop/notes/{note.note}.yml"])
    for agenda in course.agendas.values():
        _agenda(agenda, checker, course.files[f"workshop/agendas/{agenda.agenda}.yml"])
    papers.check(checker)
    _elsewhere(checker)
    if course.sessions:
        _complete(checker, "session", "sessions", [name for name in checker.units if name not in course.sessions])
    if course.notes:
        _complete(checker, "teaching note", "notes", [name for name in course.cases if name not in course.notes])


def _complete(checker: Checker, what: str, folder: str, missing: Iterable[str]) -> None:
    for name in missing:
        if not checker.faults.lost(name):
            path = checker.course.root / "workshop" / folder / f"{name}.yml"
            checker.faults.add(path, 1, f"{folder}-incomplete", f"`{name}` has no {what}.", "Write one; the schema says what it holds.")


def _session(session: Session, checker: Checker, file: YamlFile) -> None:
    _known(checker, "unit", [session.session], checker.units, file, ("session",))
    _cited(session, checker, file)
    _named(session, checker, file, names.of_course(checker.course))
    for i, step in enumerate(session.steps):
        _items(checker, [step.item] if step.item else [], file, ("steps", i, "item"))
        _known(checker, "explorer", [step.explorer] if step.explorer else [], _explorers(checker), file, ("steps", i, "explorer"))


def _note(note: Note, checker: Checker, file: YamlFile) -> None:
    _cited(note, checker, file)
    checker.objectives([*note.use_for, *note.also_for], file, ("use_for",))
    _known(checker, "unit", [*note.after, *note.best_with], checker.units, file, ("after",))
    if not _known(checker, "case", [note.note], checker.course.cases, file, ("note",)):
        return
    case = checker.course.cases[note.note]
    _named(note, checker, file, names.of_course(checker.course) | names.of_case(case))
    decisions = {one.id: one for one in case.decisions}
    for i, one in enumerate(note.decisions):
        where = ("decisions", i)
        if _known(checker, "decision", [one.decision], decisions, file, (*where, "decision")):
            options = [option.id for option in decisions[one.decision].options]
            spoken = [reply.to for reply in one.question.answers if reply.to]
            _known(checker, f"option of `{one.decision}`", spoken, options, file, (*where, "question"))
            for name in sorted(set(options) - set(spoken)):
                message, remedy = (
                    f"Nobody speaks for `{name}` of `{one.decision}`.",
                    "Add a likely answer with `to`: the room may choose it.",
                )
                checker.faults.add(file.path, file.line((*where, "question")), "note-incomplete", message, remedy)
    for name in sorted(set(decisions) - {one.decision for one in note.decisions}):
        checker.faults.add(file.path, file.line(("decisions",)), "note-incomplete", f"Nothing is said of `{name}`.", "Add an entry for it.")
    _known(checker, "decision", note.lengths.short_decisions, decisions, file, ("lengths", "short_decisions"))
    cards = [card.id for card in case.evidence]
    for i, telling in enumerate(note.cards):
        _known(checker, "card", [telling.card], cards, file, ("cards", i, "card"))


def _agenda(agenda: Agenda, checker: Checker, file: YamlFile) -> None:
    _named(agenda, checker, file, names.of_course(checker.course))
    for d, day in enumerate(agenda.days):
        for r, row in enumerate(day.rows):
            where: Place = ("days", d, "rows", r)
            _known(checker, "unit", row.units, checker.units, file, (*where, "units"))
            _known(checker, "case", [row.case] if row.case else [], checker.course.cases, file, (*where, "case"))
            _known(checker, "explorer", row.explorers, _explorers(checker), file, (*where, "explorers"))
            _items(checker, row.items, file, (*where, "items"))


def _named(part: Session | Note | Agenda, checker: Checker, file: YamlFile, among: set[str]) -> None:
    for where, text in texts(part):
        line = file.line(where)
        for name in names.named(text):
            checker.faults.known("name-unknown", "name", name, among, file.path, line)
        for name in names.bare(text, among):
            checker.faults.add(
                file.path, line, "name-bare", f"`{name}` stands in running text.", f"Write `[[{name.lower()}]]`, or other words."
            )


def _elsewhere(checker: Checker) -> None:
    """Other texts call nothing by a name in brackets: it would be read as it stands, or be sought where a workshop quotes the text."""
    for domain, part in parts(checker.course):
        file = checker.course.files.get(f"{domain}.yml")
        if file is None or domain.startswith("workshop/"):
            continue
        for where, text in texts(part):
            for name in names.named(text):
                remedy = "Write what it is called; only texts of `workshop/` name things so."
                checker.faults.add(file.path, file.line(where), "name-elsewhere", f"`[[{name}]]` stands in this text.", remedy)


def _items(checker: Checker, names: Iterable[str], file: YamlFile, where: Place) -> None:
    among = [item.id for one in checker.course.checks.values() for item in one.items]
    _known(checker, "item", [name for name in names if name not in checker.course.checks], among, file, where)


def _explorers(checker: Checker) -> list[str]:
    audit = checker.course.audit
    return [*checker.course.explorers, *([audit.explorer] if audit else [])]


def _known(checker: Checker, what: str, names: Iterable[str], among: Iterable[str], file: YamlFile, where: Place) -> bool:
    code = f"{what.split(maxsplit=1)[0]}-unknown"
    found = [checker.faults.known(code, what, name, among, file.path, file.line(where)) for name in names]
    return all(found)


def _cited(part: Session | Note, checker: Checker, file: YamlFile) -> None:
    for where, cites in part.cited():
        checker.cites(cites, file, where)
