"""JSON Schemas of the content files, from the same models that read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from counteroffer.course.audit import Audit
from counteroffer.course.blueprint import Blueprint
from counteroffer.course.cases import Case
from counteroffer.course.charts import MODELS as CHARTS
from counteroffer.course.chronology import Chronology
from counteroffer.course.explorers import MODELS as EXPLORERS
from counteroffer.course.glossary import Word
from counteroffer.course.items import Check, kinds
from counteroffer.course.objectives import Objectives
from counteroffer.course.papers import Papers
from counteroffer.course.site import Config, Toc
from counteroffer.course.sources import Fact
from counteroffer.course.units import FrontMatter
from counteroffer.course.workshop import Agenda, Note, Session


def schemas() -> dict[str, dict[str, Any]]:
    """Name of each schema to the schema."""
    found = {
        "blueprint": Blueprint.model_json_schema(),
        "case": Case.model_json_schema(),
        "facts": _list_of(Fact.model_json_schema()),
        "glossary": _list_of(Word.model_json_schema()),
        "agenda": Agenda.model_json_schema(),
        "note": Note.model_json_schema(),
        "session": Session.model_json_schema(),
        "offer-audit": Audit.model_json_schema(),
        "objectives": Objectives.model_json_schema(),
        "papers": Papers.model_json_schema(),
        "timeline": Chronology.model_json_schema(),
        "unit": FrontMatter.model_json_schema(),
        "check": _check(),
        "config": Config.model_json_schema(),
        "toc": Toc.model_json_schema(),
    }
    found |= {f"chart-{name}": model.model_json_schema() for name, model in CHARTS.items()}
    found |= {f"explorer-{name}": model.model_json_schema() for name, model in EXPLORERS.items()}
    return {name: {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema for name, schema in found.items()}


def _check() -> dict[str, Any]:
    schema = Check.model_json_schema()
    items = {name: kind.model.model_json_schema() for name, kind in kinds().items()}
    definitions: dict[str, Any] = {}
    for item in items.values():
        definitions |= item.pop("$defs", {})
    schema["$defs"] = definitions | {f"item-{name}": item for name, item in items.items()}
    schema["properties"]["items"]["items"] = {"oneOf": [{"$ref": f"#/$defs/item-{name}"} for name in items]}
    return schema


def _list_of(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    return {"type": "array", "items": schema, "$defs": definitions}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema as `<name>.schema.json` into `folder`; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
        paths.append(path)
    return paths
