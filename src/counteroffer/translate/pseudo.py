"""A language made by rule: every letter accented, every text marked and longer by three tenths, lines from right to left.

A page that is built in it shows what no translation can reach: any plain letter that is left is a text that was forgotten.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog

from counteroffer.language import MADE_BY_RULE
from counteroffer.language.catalogues import place
from counteroffer.translate.files import new, write

# Arabic's direction and grammar, under a name that no translation will have.
CODE = "ar-x-pseudo"
LONGER = 0.3
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = str.maketrans(_PLAIN, "ÅƁÇÐÉƑĜĤÎĴĶĻṀŃÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž")
# What a text is made with and a translator leaves alone: names of parts, roles, the targets of links, addresses, places to fill in, entities.
_ROLE = re.compile(r"\{(?P<role>[\w-]+)\}`(?:(?P<shown>[^`<]*?)\s*<(?P<target>[^`>]*)>|(?P<alone>[^`]*))`")
_KEPT = re.compile(r"\[\[[^\]|]*|\{[\w-]+\}`[^`]*`|\]\([^)]*\)|<https?:[^>]*>|\{\w+\}|%s|&#?\w+;|`[^`]*`")
_SHOWN = {"word", "doc"}
_PLAIN_ROLES = {"abbr", "sub", "sup"}
# What the page builder says itself; it brings its own translations into true languages.
_LABELS = (
    *("Attention", "Caution", "Danger", "Error", "Hint", "Important", "Note", "See also", "Tip", "Warning"),
    *("Fig. %s", "Listing %s", "Table %s"),
)


def pseudo(text: str) -> str:
    """A text in the language; one without a letter stays as it is."""
    if not any(letter in _PLAIN for letter in _KEPT.sub("", text)) and "{word}" not in text and "{doc}" not in text:
        return text
    filling = " ẽẽẽẽ" * (1 + int(LONGER * len(text) / 5))
    return f"⟦{_accented(text)}{filling}⟧"


def write_pseudo(root: Path, templates: dict[str, Catalog]) -> Path:
    """Write the language's catalogues below `_build`, where no one commits them; returns the folder."""
    folder = root / MADE_BY_RULE
    for domain, template in templates.items():
        said = new("ar")
        for message in template:
            if isinstance(message.id, str) and message.id:
                said.add(message.id, pseudo(message.id))
            elif message.id:
                said.add(message.id, tuple(pseudo(message.id[1]) for _ in range(said.num_plurals)))
        write(said, place(folder, CODE, domain))
    labels = new("ar")
    for label in _LABELS:
        labels.add(label, pseudo(label))
    write(labels, place(folder, CODE, "sphinx"))
    return folder / CODE


def _accented(text: str) -> str:
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[end : kept.start()].translate(_ACCENTED), _role(kept[0])]
        end = kept.end()
    return "".join([*parts, text[end:].translate(_ACCENTED)])


def _role(kept: str) -> str:
    """A role with the text that it shows accented, and its target as it is."""
    role = _ROLE.fullmatch(kept)
    if role and role["role"] in _PLAIN_ROLES:
        name, _, text = kept.partition("`")
        return f"{name}`{text.translate(_ACCENTED)}"
    if role is None or role["role"] not in _SHOWN:
        return kept
    shown, target = (role["alone"], role["alone"]) if role["shown"] is None else (role["shown"], role["target"])
    return f"{{{role['role']}}}`{shown.translate(_ACCENTED)} <{target}>`"
