"""Reading the file that a learner exports from the page "My progress"."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from counteroffer.record.statement import Statement

FORMAT = "counteroffer-record"
VERSION = 2
LARGEST = 10_000_000  # bytes, more than any browser keeps for a site


class RecordError(Exception):
    """The file is not a record of this course; the message says what is wrong with it and what to do."""


@dataclass
class Reading:
    """The statements of a file in the order of the log, and a sentence for each part that makes no sense and was left out."""

    statements: list[Statement] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_export(path: Path) -> Reading:
    """Read an exported record of version 1 or 2. Raises RecordError for any other file; what is odd costs itself alone."""
    content = _content(path)
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("statements"), list):
        raise RecordError(f"{path} is not a record of this course. Only a file that My progress exported can be read.")
    if content.get("version") not in range(1, VERSION + 1):
        raise RecordError(f"{path}: `version` {content.get('version')!r} is not known here. Read it with the edition that wrote it.")
    found = Reading()
    for number, one in enumerate(content["statements"], start=1):
        try:
            statement = Statement.model_validate(one)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"])) or "all of it"
            found.faults.append(f"{path}: statement {number} was left out: `{where}`: {first['msg']}.")
        else:
            context, odd = statement.context.sound()
            found.faults += [f"{path}: statement {number}: `{name}` makes no sense and was left out." for name in odd]
            found.statements.append(statement.model_copy(update={"context": context}))
    found.statements.sort(key=_order)  # stable: version 1 has the order of the file
    return found


def _content(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise RecordError(f"{path} is larger than a record can be ({LARGEST // 10**6} MB). Choose a file that My progress exported.")
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RecordError(f"{path} cannot be read: {error.strerror}. Name a file that My progress exported.") from None
    except UnicodeDecodeError:
        raise RecordError(f"{path} is not text in UTF-8. Export the record again.") from None
    except json.JSONDecodeError as error:
        raise RecordError(f"{path}:{error.lineno}: this is not JSON: {error.msg}. Export the record again.") from None
    except RecursionError:
        raise RecordError(f"{path} is nested too deeply to be a record. Export the record again.") from None
    except ValueError:  # Python reads no whole number of thousands of digits
        raise RecordError(f"{path} holds a number that is too long to be of a record. Export the record again.") from None


def _order(statement: Statement) -> tuple[int, str]:
    place = statement.context.place
    return (place.seq, place.device) if place else (0, "")
