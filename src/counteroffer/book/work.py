"""Where a build works below the course's root, and what it tells the process that asked for it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from counteroffer.language import BASE

Format = Literal["html", "epub"]


@dataclass(frozen=True)
class Work:
    """The places of a build. Only a whole book leaves `made`; everything below `folder` can be thrown away."""

    root: Path
    language: str = BASE

    @property
    def place(self) -> Path:
        """The folder for everything that is made."""
        return self.root / "_build"

    @property
    def folder(self) -> Path:
        """The folder that Sphinx and its caches work in."""
        return self.place / "work" / ("_build" if self.language == BASE else self.language)

    @property
    def doctrees(self) -> Path:
        """What Sphinx keeps of each page from one build to the next."""
        return self.folder / ".doctrees"

    def made(self, form: Format) -> Path:
        """The folder that Sphinx writes a book into."""
        return self.folder / form

    @property
    def outcome(self) -> Path:
        """The file in which a build says how it ended."""
        return self.folder / "outcome.json"


@dataclass(frozen=True)
class Outcome:
    """How a build ended: `faults` of the content, in words; or `crash`, the end of a traceback, which is a fault of ours."""

    faults: list[str] = field(default_factory=list)
    crash: str = ""

    def write(self, path: Path) -> None:
        """Write it as JSON."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Outcome:
        """Read what was written; a build that wrote nothing was stopped."""
        if not path.is_file():
            return cls(crash="The build was stopped before its end.")
        return cls(**json.loads(path.read_text(encoding="utf-8")))
