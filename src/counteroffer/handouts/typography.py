"""Typography of the course's own language for paper and slides: curly marks, and no line that breaks inside a name or a number of a unit."""

from __future__ import annotations

import re

from counteroffer.language import BASE, Language

_SKIPPED = re.compile(r"(<(style|script)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"(<[^>]*>)")
# Tags inside a line: what stands before them is what a mark is next to.
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|span|strong|sub|sup|text|tspan)\b|<!--", re.IGNORECASE)
# After these a mark opens.
_OPENS = " \t\n\u00a0([{—–-/“‘"
_MARKS = {'"': ("“", "”"), "'": ("‘", "’"), "&#34;": ("“", "”"), "&quot;": ("“", "”"), "&#39;": ("‘", "’")}
_MARK = re.compile("|".join(map(re.escape, _MARKS)))
_UNIT = re.compile(r"\b([Uu]nits?) (?=\d\.\d)")
# "al-Hol", "ez-Zor": the article and its name
_ARTICLE = re.compile(r"\b([Aa][dlnrst]|[Ee][lz])-(?=[A-Z])")


def set_type(html: str, language: Language) -> str:
    """A page with its texts set; tags, styles and scripts stay as they are. Other languages keep the marks of their translators."""
    if language.code != BASE:
        return html
    found, before = [], " "
    # of three parts, the second is skipped and the third is the name of its tag
    for place, part in enumerate(_SKIPPED.split(html)):
        if place % 3 == 1:
            found.append(part)
        elif place % 3 == 0:
            for text in filter(None, _TAG.split(part)):
                if text.startswith("<"):
                    before = before if _INLINE.match(text) else " "
                    found.append(text)
                else:
                    found.append(_set(text, before))
                    before = found[-1][-1]
    return "".join(found)


def _set(text: str, before: str) -> str:
    """A text without tags that stands after the letter `before`."""
    said, last = before, 0
    for mark in _MARK.finditer(text):
        said += text[last : mark.start()]
        said += _MARKS[mark[0]][said[-1] not in _OPENS]
        last = mark.end()
    return _ARTICLE.sub("\\1\u2011", _UNIT.sub("\\1\u00a0", said[1:] + text[last:]))
