"""The texts of a part of the course: found by a walk over its models, and said anew by a translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_type_hints

from counteroffer.course.base import TRANSLATED, Model
from counteroffer.course.yamlfile import Place

M = TypeVar("M", bound=Model)


def texts(part: Model) -> Iterator[tuple[Place, str]]:
    """Every text of a part, with its place in the part."""
    for name, translated in _fields(type(part)).items():
        yield from _within(getattr(part, name), (name,), translated=translated)


def said_anew(part: M, say: Callable[[str], str]) -> M:
    """The part with every text as `say` says it; it knows its `base`. Nothing is validated: a translation may be longer."""
    changed = {}
    for name, translated in _fields(type(part)).items():
        before = getattr(part, name)
        after = _anew(before, say, translated=translated)
        if after != before:
            changed[name] = after
    if not changed:
        return part
    found = part.model_copy(update=changed)
    found._base = part  # noqa: SLF001 (the one place that makes translations)
    return found


@lru_cache(maxsize=256)
def _fields(model: type[Model]) -> dict[str, bool]:
    """Every field of a model, and whether the strings in it are texts."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _marked(hints[name]) for name in model.model_fields}


def _marked(hint: Any) -> bool:
    if TRANSLATED in getattr(hint, "__metadata__", ()):
        return True
    parts = get_args(hint)
    # the keys of a mapping are ids
    return any(map(_marked, parts[1:] if getattr(hint, "__origin__", None) is dict else parts))


def _within(value: Any, place: Place, *, translated: bool) -> Iterator[tuple[Place, str]]:
    if isinstance(value, Model):
        yield from (((*place, *inner), text) for inner, text in texts(value))
    elif isinstance(value, str):
        if translated:
            yield place, value
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _within(one, (*place, index), translated=translated)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _within(one, (*place, key), translated=translated)


def _anew(value: Any, say: Callable[[str], str], *, translated: bool) -> Any:
    if isinstance(value, Model):
        return said_anew(value, say)
    if isinstance(value, str):
        return say(value) if translated else value
    if isinstance(value, list):
        return [_anew(one, say, translated=translated) for one in value]
    if isinstance(value, dict):
        return {key: _anew(one, say, translated=translated) for key, one in value.items()}
    return value
