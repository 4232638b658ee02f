"""Reading the file that a learner exports from the page "My progress"."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from counteroffer.record.statement import Statement


class RecordError(Exception):
    """The file is not a record of this course; the message says what is wrong with it."""


class Export(BaseModel):
    """The file: its format, the version of the format, and the statements in the order in which they were made."""

    format: Literal["counteroffer-record"]
    version: Literal[1]
    statements: list[Statement]


def read_export(path: Path) -> list[Statement]:
    """The statements of an exported record. Raises RecordError for any other file."""
    try:
        return Export.model_validate(json.loads(path.read_text(encoding="utf-8"))).statements
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path} cannot be read: {error}") from None
    except json.JSONDecodeError as error:
        raise RecordError(f"{path}:{error.lineno}: this is not JSON: {error.msg}. Export the record again.") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise RecordError(f"{path}: `{where}`: {first['msg']}. Only a file that My progress exported can be read.") from None
