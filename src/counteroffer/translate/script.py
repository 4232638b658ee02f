"""The words of the learner's script in another language: a small script of their own, laid beside the book's others."""

from __future__ import annotations

import json
import re

from counteroffer.language import WORDS, Language
from counteroffer.translate.engine import script_texts

# A rule of plurals is arithmetic on n; nothing else may come from a catalogue into a page as code.
_RULE = re.compile(r"[n0-9\s?:()<>=!&|%+*/-]+")


def words_script(language: Language) -> str:
    """A classic script that sets `counterofferWords`: the plural rule, and each text by its English.

    Raises ValueError for a rule of plurals that is none.
    """
    domain = language.domain(WORDS)
    rule = domain.plural_rule
    if not _RULE.fullmatch(rule):
        raise ValueError(f"The catalogue of {language.code} has a rule of plurals that is none: {rule!r}")
    texts: dict[str, str | list[str]] = {}
    for text in script_texts():
        said = domain.gettext(text) if isinstance(text, str) else domain.forms(*text)
        if said not in (text, list(text)):
            texts[text if isinstance(text, str) else text[0]] = said
    told = json.dumps(sorted(texts.items()), ensure_ascii=False, separators=(",", ":"))
    return f"window.counterofferWords={{plural:n=>Number({rule}),texts:new Map({told})}};\n"
