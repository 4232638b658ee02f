"""A course of one unit that breaks no rule, in which single texts are changed to break one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from counteroffer.course import load_course
from counteroffer.review.manuscript import Manuscript, read_manuscript

SMALL = Path(__file__).parent.parent / "small"
UNIT = "chapters/part-0/one.md"
CHECK = "exercises/checks/one.yml"
HOME = "chapters/index.md"
GLOSSARY = "assets/glossary.yml"
SOURCES = "assets/sources.bib"
FACTS = "assets/evidence/facts-small.yml"

FILES = {
    "assets/objectives.yml": """\
outcomes:
- {id: CO1, text: explain, level: understand}
objectives:
- {id: CO1.a, text: explain it, level: understand}
""",
    SOURCES: """\
@article{one2020,
  author = {Ost, Ada},
  title = {A first study},
  journal = {Journal of Tests},
  year = {2020},
}

@misc{two2021,
  title = {A second study},
  howpublished = {The Paper},
  year = {2021},
}
""",
    FACTS: """\
- {id: both-01, claim: Clerks in Mosul were called, source: [one2020, two2021], locator: p. 1, theme: context, confidence: corroborated}
- {id: said-01, claim: The clerks in Tikrit went home, source: one2020, locator: p. 2, theme: context, confidence: stated}
- {id: fought-01, claim: Safety was given, source: one2020, locator: p. 3, theme: context, confidence: contested, contested_by: [fought-02]}
- {id: fought-02, claim: Safety was broken, source: two2021, locator: p. 4, theme: context, confidence: contested}
""",
    GLOSSARY: """\
- {term: tawba, also: [repentance], transliteration: tawba, plain: Turning back., cite: [both-01]}
- {term: lock-in, plain: No way back., cite: [said-01, fought-01, fought-02]}
""",
    CHECK: """\
check: one
title: One
items:
- id: one-call
  kind: single
  objectives: [CO1.a]
  level: apply
  stem: What does a call mean that names a clerk's grade?
  options:
  - {id: list-leaked, text: A list has leaked, key: true, feedback: It names the clerk., cite: [both-01]}
  - {id: neighbour-curious, text: A neighbour is curious, feedback: A neighbour would not know the file., cite: [both-01]}
""",
    HOME: "# The course\n\nOne unit.\n",
    UNIT: """\
---
unit: one
number: "0.2"
minutes: 2
objectives: [CO1.a]
as_of: 2026-02
---
# One

A clerk waits in the corridor.

```{objectives}
```

:::{admonition} Mosul, 2014
:class: vignette
In 2014 clerks in Mosul were called {cite}`both-01`.
:::

## A section

Lists leak, and people pay for it.

## What this means for our offer

1. **Keep less (a day).** *Supported by* the clerks in Mosul {cite}`both-01`. *Fails* when a form asks again.
2. **Warn early (a week).** *Supported by* the clerks in Mosul {cite}`both-01`. *Fails* without money.
3. **Pay for a move (a year).** *Supported by* the clerks in Mosul {cite}`both-01`. *Fails* without a door.

## Check yourself

```{check} one
```

## Further reading

- A first study {cite}`one2020`.
""",
}


def write(root: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Write the course below `root`, some files replaced or added, and the two files that make a book of its pages."""
    files = FILES | dict(changed or {})
    first, *others = (name.removesuffix(".md") for name in files if name.startswith("chapters/") and name.endswith(".md"))
    chapters = [{"file": name} for name in others or [first]]
    toc = {"format": "jb-book", "root": first, "parts": [{"caption": "Units", "chapters": chapters}]}
    made = {"_config.yml": (SMALL / "_config.yml").read_text(encoding="utf-8"), "_toc.yml": yaml.safe_dump(toc)}
    for name, text in (made | files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def manuscript(root: Path, changed: Mapping[str, str] | None = None, today: str | None = None) -> Manuscript:
    """The course below `root`, taken apart."""
    return read_manuscript(load_course(write(root, changed)), today)


def unit(old: str, new: str) -> dict[str, str]:
    """The unit with one text in it replaced."""
    return swap(UNIT, old, new)


def section(text: str) -> dict[str, str]:
    """The unit with another paragraph in its section."""
    return unit("Lists leak, and people pay for it.", text)


def swap(file: str, old: str, new: str) -> dict[str, str]:
    """A file with one text in it replaced."""
    assert FILES[file].count(old) == 1, f"{old!r} stands {FILES[file].count(old)} times in {file}"
    return {file: FILES[file].replace(old, new)}
