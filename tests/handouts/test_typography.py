"""Marks of a page: curly where they are read, straight where a machine reads them."""

from __future__ import annotations

import pytest

from counteroffer.course import Catalogue
from counteroffer.handouts.typography import set_type
from counteroffer.language import ENGLISH
from counteroffer.language.language import Language


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ('<p>He said "no".</p>', "<p>He said “no”.</p>"),
        ("<p>&#34;<b>No</b>&#34;, and left</p>", "<p>“<b>No</b>”, and left</p>"),
        ('<li>("first")</li>', "<li>(“first”)</li>"),
        ("<p>the course&#39;s rule, Jad'ah</p>", "<p>the course’s rule, Jad’ah</p>"),
        ('<p>one</p>"two"', "<p>one</p>“two”"),
        ("<p class=\"small\" data-x='y'>\"a\"</p>", "<p class=\"small\" data-x='y'>“a”</p>"),
        ("<style>a::before { content: \"·\" }</style>'x'", '<style>a::before { content: "·" }</style>‘x’'),
        ("<p>see unit 2.3 in al-Hol</p>", "<p>see unit\u00a02.3 in al\u2011Hol</p>"),
        ("<p>well-kept</p>", "<p>well-kept</p>"),
    ],
)  # fmt: skip
def test_texts_are_set_and_nothing_else(html: str, read: str) -> None:
    assert set_type(html, ENGLISH) == read


def test_another_language_keeps_its_own_marks(course: Catalogue) -> None:
    assert course.language == ENGLISH
    assert set_type('"x"', Language("fr")) == '"x"'
