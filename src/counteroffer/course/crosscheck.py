"""Every reference from one part of the course to another, checked at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counteroffer.course import case_names, case_proofs, charts, crosscheck_pages, glossary, item_names, references, uses
from counteroffer.course.blueprint import shortfalls
from counteroffer.course.catalogue import Catalogue
from counteroffer.course.diagnostics import Faults
from counteroffer.course.explorers import phase_map
from counteroffer.course.items import Check
from counteroffer.course.phase_map import PhaseMap
from counteroffer.course.sureness import OURS
from counteroffer.course.units import Chapter
from counteroffer.course.workshop import lookup as workshop
from counteroffer.course.yamlfile import Place, YamlFile


def run(course: Catalogue, faults: Faults, *, prove: bool) -> None:
    """Note a fault for each reference that names nothing, each id that is used twice and, with `prove`, each case that cannot be played."""
    crosscheck_pages.units(course, faults)
    Checker(course, faults, prove=prove).run()
    crosscheck_pages.check(course, faults)


def run_part(course: Catalogue, faults: Faults) -> None:
    """Note what is wrong with the objects of a course of which the rest was not read."""
    Checker(course, faults, prove=False).run_part()


class Checker:
    """Looks every reference of a course up, and notes those that name nothing."""

    def __init__(self, course: Catalogue, faults: Faults, *, prove: bool) -> None:
        self.course, self.faults, self._prove = course, faults, prove
        self.units = course.units()
        self.citable = {*course.facts, *course.sources, OURS}

    def run(self) -> None:
        """Look through the whole course."""
        self._objectives()
        self._facts()
        self._blueprint()
        self._charts()
        self._chronology()
        self._glossary()
        self.run_part()
        for chapter in self.course.chapters.values():
            self._chapter(chapter)
        for notebook in self.course.notebooks.values():
            for one in notebook.references:
                references.link(self, notebook.path, one.target, one.line)
        workshop.check(self)
        uses.retracted(self.course, self.faults)

    def run_part(self) -> None:
        """Look at what a kernel can show."""
        self._checks()
        self._cases()
        self._explorers()
        self._audit()

    def cites(self, cites: Iterable[str], file: YamlFile, where: Place) -> None:
        """Note each citation that is neither a fact nor a source."""
        for cite in cites:
            self.faults.known("citation-unknown", "fact or source", cite, self.citable, file.path, file.line(where))

    def objectives(self, names: Iterable[str], file: YamlFile, where: Place) -> None:
        """Note each objective that is not there."""
        for name in names:
            self.faults.known("objective-unknown", "objective", name, self.course.objectives, file.path, file.line(where))

    def _twice(self, code: str, what: str, names: Sequence[tuple[str, YamlFile, Place]]) -> None:
        seen: dict[str, str] = {}
        for name, file, where in names:
            path = file.path.relative_to(self.course.root) if file.path.is_relative_to(self.course.root) else file.path
            here = f"{path.as_posix()}:{file.line(where)}"
            if name in seen:
                remedy = "Give one of them another id."
                self.faults.add(file.path, file.line(where), code, f"The {what} `{name}` stands already in {seen[name]}.", remedy)
                # one of the two may be meant by a name that nothing answers to
                self.faults.lose(file.path)
            seen.setdefault(name, here)

    def _objectives(self) -> None:
        file = self.course.files.get("assets/objectives.yml")
        if file is None or not isinstance(file.data, dict):
            return
        for what, listed in (("outcome", "outcomes"), ("objective", "objectives")):
            entries = file.data.get(listed)
            # whatever else stands there was noted as a fault when it was read
            known = entries if isinstance(entries, list) else []
            ids = [(str(one.get("id")), file, (listed, i, "id")) for i, one in enumerate(known) if isinstance(one, dict)]
            self._twice(f"{what}-twice", what, ids)
        for index, name in enumerate(self.course.objectives):
            outcome = name.partition(".")[0]
            self.faults.known(
                "outcome-unknown", "outcome", outcome, self.course.outcomes, file.path, file.line(("objectives", index, "id"))
            )

    def _facts(self) -> None:
        names = []
        for name, file in self.course.files.items():
            if not name.startswith("assets/evidence/"):
                continue
            for index, fact in enumerate(file.data if isinstance(file.data, list) else []):
                if not isinstance(fact, dict) or str(fact.get("id")) not in self.course.facts:
                    continue
                names.append((str(fact["id"]), file, (index, "id")))
                read = self.course.facts[str(fact["id"])]
                for source in read.source:
                    self.faults.known("source-unknown", "source", source, self.course.sources, file.path, file.line((index, "source")))
                for other in (*read.corroborated_by, *read.contested_by, *read.partly_supported_by):
                    self.faults.known("fact-unknown", "fact", other, self.course.facts, file.path, file.line((index,)))
        self._twice("fact-twice", "fact", names)

    def certification(self, bank: Sequence[tuple[Check, YamlFile]]) -> None:
        """Look at the items of a bank that stands beside the course: each names its unit, and none bears the id of another, in bank or course."""
        known = {item.id for check, _ in bank for item in check.items}
        names = [name for check in self.course.checks.values() for name in self._items(check, self._file_of(check))]
        for check, file in bank:
            item_names.check(check, file, self.faults, known)
            names += self._items(check, file)
        self._twice("item-twice", "item", names)

    def _file_of(self, check: Check) -> YamlFile:
        return self.course.files[f"exercises/checks/{check.check}.yml"]

    def _checks(self) -> None:
        names: list[tuple[str, YamlFile, Place]] = []
        known = {item.id for check in self.course.checks.values() for item in check.items}
        for check in self.course.checks.values():
            file = self._file_of(check)
            item_names.check(check, file, self.faults, known)
            if not check.scenario:
                self.faults.known("unit-unknown", "unit", check.check, self.units, file.path, file.line(("check",)))
            names += self._items(check, file)
        self._twice("item-twice", "item", names)

    def _items(self, check: Check, file: YamlFile) -> Iterator[tuple[str, YamlFile, Place]]:
        """The ids of the items of a check with their places; what they name that is not there is noted."""
        places: dict[str, list[Place]] = {}
        for i, data in enumerate(file.data["items"]):
            places.setdefault(str(data.get("id")) if isinstance(data, dict) else "", []).append(("items", i))
        for item in check.items:
            # two of one id stand at two places
            where = places[item.id].pop(0)
            yield item.id, file, (*where, "id")
            self.objectives(item.objectives, file, (*where, "objectives"))
            self.cites(dict.fromkeys(item.cites()), file, where)
            if item.unit or check.check not in self.units:
                self._unit_of(item.unit, file, where)
            unit = self.units.get(item.unit or check.check)
            if item.section and unit:
                self.faults.known(
                    "section-unknown",
                    f"section of {unit[0].path.name}",
                    item.section,
                    unit[0].headings,
                    file.path,
                    file.line((*where, "section")),
                )

    def _unit_of(self, unit: str | None, file: YamlFile, where: Place) -> None:
        line = file.line((*where, "unit"))
        if unit is None and not self.faults.lost(file.path.stem):
            message, remedy = "This item belongs to no unit.", "Name the unit that helps with it: `unit: …`."
            self.faults.add(file.path, line, "unit-unknown", message, remedy)
        elif unit is not None:
            self.faults.known("unit-unknown", "unit", unit, self.units, file.path, line)

    def _blueprint(self) -> None:
        blueprint, file = self.course.blueprint, self.course.files.get("exercises/exam/blueprint.yml")
        if blueprint is None or file is None:
            return
        line = file.line(("outcomes",))
        known = [self.faults.known("outcome-unknown", "outcome", one, self.course.outcomes, file.path, line) for one in blueprint.outcomes]
        if not all(known) or self.faults.lost("item"):
            return
        for lack in shortfalls(blueprint, self.course.checks.values()):
            remedy = "Write the items that are missing, or ask for fewer."
            self.faults.add(file.path, file.line(("outcomes",)), "blueprint-short", f"No form can be drawn: {lack}.", remedy)

    def _cases(self) -> None:
        for case in self.course.cases.values():
            file = self.course.files[f"exercises/cases/{case.case}.yml"]
            self.objectives(case.objectives, file, ("objectives",))
            for where, cites in case.cites():
                self.cites(cites, file, where)
                for cite in dict.fromkeys(cites):
                    if cite in self.citable and cite not in (OURS, *case.rests_on):
                        self.faults.add(
                            file.path, file.line(where), "case-rests-on", f"`{cite}` is cited but not listed.", "Add it to `rests_on`."
                        )
            before = len(self.faults)
            case_names.check(case, file, self.faults, self.course.objectives)
            if self._prove and len(self.faults) == before:
                for where, message, remedy in case_proofs.proven(case, self.course.root):
                    self.faults.add(file.path, file.line(where), "case-proof", message, remedy)

    def _explorers(self) -> None:
        for name, explorer in self.course.explorers.items():
            for where, cites in explorer.cited():
                self.cites(cites, self.course.files[f"assets/explorers/{name}.yml"], where)

    def _charts(self) -> None:
        for name, chart in self.course.charts.items():
            file = self.course.files[f"assets/figures/{name}.yml"]
            for where, cites in chart.cited():
                self.cites(cites, file, where)
            if coding := self._coding(file):
                charts.check(chart, coding, file, self.faults)

    def _coding(self, file: YamlFile) -> PhaseMap | None:
        """The phase map, of which a file takes its phases; where it is not there, that is noted once for the file."""
        coding = phase_map(self.course.explorers)
        if coding is None and not self.faults.lost("phase-map"):
            message = "This file takes phases from assets/explorers/phase-map.yml, which is not there."
            self.faults.add(file.path, 1, "phase-map-missing", message, "Add that file, or take this one out.")
        return coding

    def _chronology(self) -> None:
        chronology, file = self.course.chronology, self.course.files.get("assets/timeline.yml")
        if not (chronology and file):
            return
        coding = self._coding(file) if any(event.phase for event in chronology.events) else None
        for index, event in enumerate(chronology.events):
            self.cites(event.cite, file, ("events", index))
            if event.phase and coding:
                self._phase(event.phase, coding, file, ("events", index))

    def _phase(self, name: str, coding: PhaseMap, file: YamlFile, where: Place) -> None:
        self.faults.known("phase-unknown", "phase", name, [phase.id for phase in coding.phases], file.path, file.line(where))

    def _audit(self) -> None:
        audit, file = self.course.audit, self.course.files.get("assets/offer-audit.yml")
        if not (audit and file):
            return
        if coding := self._coding(file):
            for index, phase in enumerate(audit.phases):
                self._phase(phase.id, coding, file, ("phases", index))
        for index, suggestion in enumerate(audit.suggests):
            self.cites(suggestion.cite, file, ("suggests", index))
        for index, one in enumerate(audit.dimensions):
            where: Place = ("dimensions", index)
            for name, code in one.offer.items():
                self.cites(code.cite, file, (*where, "offer", name, "cite"))
            behind = one.if_behind
            self.cites(behind.cite, file, (*where, "if_behind", "cite"))
            line = file.line((*where, "if_behind", "unit"))
            if self.faults.known("unit-unknown", "unit", behind.unit, self.units, file.path, line):
                chapter = self.units[behind.unit][0]
                line = file.line((*where, "if_behind", "section"))
                self.faults.known("section-unknown", f"section of {chapter.path.name}", behind.section, chapter.headings, file.path, line)

    def _glossary(self) -> None:
        file = self.course.files.get("assets/glossary.yml")
        names = []
        for index, word in enumerate(file.data if file and isinstance(file.data, list) else []):
            if isinstance(word, dict) and file:
                cites = word.get("cite")
                self.cites(map(str, cites if isinstance(cites, list) else []), file, (index, "cite"))
                also = word.get("also")
                terms = [str(word.get("term")), *map(str, also if isinstance(also, list) else [])]
                names += [(term.lower(), file, (index, "term")) for term in dict.fromkeys(terms)]
        self._twice("word-twice", "word", names)
        if file and self.course.words:
            glossary.check(self.course.words.values(), file, self.faults)

    def _chapter(self, chapter: Chapter) -> None:
        if chapter.front and chapter.file:
            self.objectives(chapter.front.objectives, chapter.file, ("objectives",))
        for reference in chapter.references:
            references.check(self, chapter, reference)
