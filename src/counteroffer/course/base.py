"""What all content models share: strictness, ids, and lists of citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints
from pydantic_core import PydanticCustomError

from counteroffer.course.yamlfile import Place

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")]
TRANSLATED = "translated"
# What readers read, and a translation says anew; and what stands as it is in every language.
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), TRANSLATED]
Verbatim = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Cites = Annotated[list[str], Field(description="Fact ids or source keys that support the text.")]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Confidence = Literal["stated", "corroborated", "contested"]


def wrong(said: str, remedy: str, *where: str | int) -> PydanticCustomError:
    """What a validator raises that knows which part of its model is wrong, and how that is mended."""
    return PydanticCustomError("wrong", "{said}", {"said": said, "remedy": remedy, "where": where})


def repeated(names: Sequence[str]) -> tuple[int, str] | None:
    """The first name of a list that stands in it already, after its place; None where each stands once."""
    return next(((place, name) for place, name in enumerate(names) if name in names[:place]), None)


class Model(BaseModel):
    """A part of the course's content: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    _base: Self | None = PrivateAttr(default=None)

    @property
    def base(self) -> Self:
        """The part as it stands in the course's own language: ids, anchors and editions are made from it."""
        return self._base or self

    def cited(self) -> list[tuple[Place, list[str]]]:
        """Every `cite` in this part and in its parts, with its place."""
        return list(_cites(self, ()))


def _cites(part: object, where: Place) -> Iterator[tuple[Place, list[str]]]:
    if isinstance(part, Model):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name == "cite":
                yield (*where, name), value
            else:
                yield from _cites(value, (*where, name))
    elif isinstance(part, list):
        for index, one in enumerate(part):
            yield from _cites(one, (*where, index))
