"""Texts that are plain are shown as a parser of Markdown would show them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counteroffer.twin import text

TEXTS = st.text(st.sampled_from("aé م.,;!()[]`~#-_*\\&<>\"'“\n") | st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(TEXTS)
def test_a_line_that_no_parser_reads_is_what_the_parser_would_make_of_it(said: str) -> None:
    line = " ".join(said.split())
    assert text.inline(said) == text._MARKDOWN.renderInline(line)
    assert text.quoting(said) == text._QUOTING.renderInline(line)
