"""Sources and the facts that rest on them; how both are cited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pybtex.scanner import PybtexSyntaxError
from pydantic import Field, field_validator

from counteroffer.course.anchors import first_words
from counteroffer.course.base import Confidence, Model, Slug, Words
from counteroffer.course.diagnostics import Faults
from counteroffer.course.textfile import read_text


class Fact(Model):
    """One atomic claim in our own words, the source or sources that make it, and how sure it is."""

    id: Slug
    claim: Words
    source: list[str]
    locator: Words
    confidence: Confidence
    theme: Slug
    phase: str | None = None
    programme: str | None = None
    relation_to_seed: str | None = None
    seed_refs: list[str] = []
    corroborated_by: list[str] = []
    partly_supported_by: list[str] = []
    contested_by: list[str] = []
    dispute: Words | None = Field(default=None, description="Who disagrees and over what, where no fact of ours contests the claim.")
    abstract_only: bool = Field(default=False, description="Only an abstract, a summary or an opening page was seen; the place is coarse.")
    retracted: Words | None = Field(default=None, description="Why the claim no longer stands; nothing may cite it.")
    comment: str | None = None

    @field_validator("source", mode="before")
    @classmethod
    def _one_or_more(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


_WEB = re.compile(r"https?://[^\s<>\"]+")
_DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"]+")
_TYPES = frozenset(
    {
        *("article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual", "mastersthesis", "misc"),
        *("online", "phdthesis", "proceedings", "report", "techreport", "thesis", "unpublished"),
    }
)
# What LaTeX reads otherwise than it stands; reading it costs a hundred times what looking for it does.
_MARKUP = re.compile(r"[\\~$&%^_#]|--|``|''")
_BRACES = str.maketrans("", "", "{}")
# What a record says beside the name of whoever wrote or published it, and a label does not: how the copy was found, whom it follows, its day, its number.
_BESIDE = re.compile(
    r"\s*\((?:title from|seen in|re-post|first publisher|after )[^)]*\)|^Re-post by (?=\w)| (?:report )?re-post(?:ed)?\b.*| of reporting by\b.*"
    r"|[,;] (?:after|as carried|citing|episode|original outlet|quoting|report(?:ing|ed)|summarising|translated|DOI)\b.*|,? (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
# No name of anybody.
_NAMELESS = re.compile(r"(?i)(?:machine-paraphrased|press report)\b")


@dataclass(frozen=True)
class Source:
    """One record of the bibliography, with `label` as it is cited ("Ingram and Mohammed 2022").

    `unlinked` says why the record may never be linked to (its page names a private person, or reproduces the group's documents);
    `withheld` is then the address that nothing may link to, if the record has one.
    """

    key: str
    label: str
    authors: str
    title: str
    container: str
    year: str
    details: str
    address: str | None
    incomplete: str | None
    unlinked: str | None
    withheld: str | None
    line: int = field(default=1, compare=False)

    @property
    def anchor(self) -> str:
        """The id of the record on the bibliography's page."""
        return f"source-{self.key.replace('_', '-')}"


def read_sources(path: Path, faults: Faults) -> dict[str, Source]:
    """The records of a BibTeX file, by key. Faults are noted for a file that is not BibTeX."""
    text = read_text(path, faults)
    if text is None:
        faults.lose(path)
        return {}
    try:
        # asked by its name, the reader is looked for among all that is installed
        data: BibliographyData = Parser().parse_string(text)
    except PybtexError as error:
        faults.lose(path)
        _refuse(path, text, error, faults)
        return {}
    if not data.entries:
        faults.lose(path)
        remedy = "Begin each record with a line such as `@article{key,`."
        faults.add(path, 1, "bibtex-syntax", "This bibliography holds no record.", remedy)
    lines = dict(reversed(_records(text)))
    labels = _labels(data.entries)
    found = {key: _source(key, entry, labels[key], lines.get(key, 1)) for key, entry in data.entries.items()}
    for key, entry in data.entries.items():
        _wrong(path, found[key], entry, faults)
    return found


def _records(text: str) -> list[tuple[str, int]]:
    """Key and line of every record, in the order of the file."""
    return [(match[1], text.count("\n", 0, match.start()) + 1) for match in re.finditer(r"^@\w+\{([^,\s]+),", text, re.MULTILINE)]


def _refuse(path: Path, text: str, error: PybtexError, faults: Faults) -> None:
    """Why a file is no bibliography; a key that stands twice is said with both places."""
    seen: dict[str, int] = {}
    for key, line in _records(text):
        if key.lower() in seen:
            message = f"The record `{key}` stands already on line {seen[key.lower()]}."
            faults.add(path, line, "source-twice", message, "Give one of them another key, or take one out.")
            return
        seen[key.lower()] = line
    noticed = int(getattr(error, "lineno", None) or 1) if isinstance(error, PybtexSyntaxError) else 1
    # a record that is not closed is noticed where the next one begins
    starts = [line for _, line in _records(text)]
    line = max((one for one in starts if one < noticed), default=noticed) if noticed in starts else noticed
    faults.add(path, line, "bibtex-syntax", f"This is not BibTeX: {error}.", "Balance the braces; end each field with a comma.")


def _wrong(path: Path, source: Source, entry: Entry, faults: Faults) -> None:
    """What no record may be without, and addresses that are none."""
    if "title" not in entry.fields:
        faults.add(path, source.line, "source-field", f"The record `{source.key}` has no title.", "Add `title = {…}`.")
    if entry.type not in _TYPES:
        message = f"`@{entry.type}` is no sort of record (`{source.key}`)."
        faults.add(path, source.line, "source-type", message, f"Use one of {', '.join(sorted(_TYPES))}.")
    url, doi = entry.fields.get("url"), entry.fields.get("doi")
    if url is not None and not _WEB.fullmatch(url):
        message = f"The `url` of `{source.key}` is no address of the web: {first_words(url, 40)}"
        faults.add(path, source.line, "source-address", f"{message}.", "Begin it with https:// or http://.")
    if doi is not None and not _DOI.fullmatch(doi):
        message = f"The `doi` of `{source.key}` is none: {first_words(doi, 40)}"
        faults.add(path, source.line, "source-address", f"{message}.", "Write it as 10.1234/abcd, without an address before it.")


def _source(key: str, entry: Entry, label: str, line: int) -> Source:
    fields = entry.fields
    container = _plain(fields.get("journal") or fields.get("howpublished") or fields.get("institution") or fields.get("publisher") or "")
    number = _plain(fields.get("number", ""))
    details = ", ".join(
        part
        for part in (
            _plain(fields.get("volume", "")) + (f" ({number})" if number and "volume" in fields else ""),
            number if "volume" not in fields else "",
            f"pp. {_plain(fields['pages'])}" if "pages" in fields else "",
            f"ISBN {_plain(fields['isbn'])}" if "isbn" in fields else "",
        )
        if part
    )
    doi = fields.get("doi")
    found = f"https://doi.org/{doi}" if doi else fields.get("url")
    incomplete = _plain(fields["incomplete"]) if "incomplete" in fields else None
    return Source(
        key=key,
        label=label,
        authors=_join([_full_name(entry, role, i) for role in ("author", "editor") for i in range(len(entry.persons.get(role, [])))]),
        title=_plain(fields.get("title", key)),
        container=container,
        year=_plain(fields.get("year", "n.d.")),
        details=details,
        address=None if "unlinked" in fields else found,
        withheld=found if "unlinked" in fields else None,
        unlinked=_plain(fields["unlinked"]) if "unlinked" in fields else None,
        incomplete=incomplete[0].lower() + incomplete[1:] if incomplete else None,
        line=line,
    )


def _labels(entries: Iterable[tuple[str, Entry]] | dict[str, Entry]) -> dict[str, str]:
    """Short labels; those that would be equal get a letter after the year, in key order."""
    named: dict[str, list[str]] = defaultdict(list)
    for key, entry in dict(entries).items():
        year = _plain(entry.fields.get("year", "n.d."))
        named[f"{_short_names(entry)} {year}"].append(key)
    labels = {}
    for label, keys in named.items():
        for number, key in enumerate(sorted(keys)):
            labels[key] = label + (("-" if label.endswith("n.d.") else "") + chr(97 + number) if len(keys) > 1 else "")
    return labels


def _short_names(entry: Entry) -> str:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    last = [_name(_plain(" ".join(person.prelast_names + person.last_names))) for person in people]
    if len(last) > 3:
        return f"{last[0]} and others"
    fields = entry.fields
    publisher = _plain(fields.get("howpublished") or fields.get("institution") or fields.get("journal") or "")
    return _join(last) or _name(publisher) or _plain(fields.get("title", "Unsigned"))


def _name(told: str) -> str:
    """The name alone of whoever wrote or published a record; the bibliography prints the rest."""
    return "Unsigned" if _NAMELESS.match(told) else _BESIDE.sub("", told)


def _full_name(entry: Entry, role: str, index: int) -> str:
    person = entry.persons[role][index]
    first = " ".join(person.first_names + person.middle_names)
    last = " ".join(person.prelast_names + person.last_names + person.lineage_names)
    return _plain(f"{first} {last}".strip())


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _plain(latex: str) -> str:
    if not _MARKUP.search(latex):
        return latex.translate(_BRACES).strip()
    return str(Text.from_latex(latex)).replace("\N{NO-BREAK SPACE}", " ").strip() if latex else ""
