"""Marks that readers see as they were typed: a role apart from what it names, a link that is none, a footnote that is nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from markdown_it.token import Token

from counteroffer.course.vocabulary import ROLES

_NAMES = "|".join(ROLES)
_ROLE = re.compile(rf"\{{(?:{_NAMES})\}}|:(?:{_NAMES}):")
_LINK = re.compile(r"\](?:\(|\[).{0,30}")
Said = tuple[int, str, str, str]


def stray(parts: Iterable[tuple[Token, int]], footnotes: Collection[str]) -> Iterator[Said]:
    """Line, code, fault and remedy of each mark among the parts of a running text, which come with their lines; `footnotes` are there."""
    for part, line in parts:
        if part.type == "footnote_ref" and part.meta["label"] not in footnotes:
            said = f"There is no footnote `{part.meta['label']}`."
            yield line, "footnote-unknown", said, "Write it in a line of its own, as `[^name]: …`, or take the mark out."
        if part.type != "text":
            continue
        for mark in _ROLE.findall(part.content):
            said = f"`{mark}` names nothing: readers see it as it stands."
            yield line, "role-text", said, "Write what it names behind it without a gap, in backquotes: {cite}`…`."
        for mark in _LINK.findall(part.content):
            yield (
                line,
                "link-text",
                f"`{mark}` is no link: readers see it as it stands.",
                "Write it as `[words](address)`, the address without spaces.",
            )
