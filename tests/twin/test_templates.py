"""Every template is read by one environment, which escapes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import counteroffer
from counteroffer.language import ENGLISH
from counteroffer.language.templates import speaking

PACKAGE = Path(counteroffer.__file__).parent


def test_templates_are_made_in_one_place_and_escape() -> None:
    made = [path for path in PACKAGE.rglob("*.py") if re.search(r"\b(?:Environment|Template)\(", path.read_text(encoding="utf-8"))]
    assert [path for path in made if "node_modules" not in path.parts] == [PACKAGE / "language/templates.py"]
    template = speaking(ENGLISH, []).from_string("{{ it }} {{ _('<i> {it}', it=it) }}")
    assert template.render(it="<b>") == "&lt;b&gt; &lt;i&gt; &lt;b&gt;"


def test_a_template_is_compiled_once_for_each_source_and_for_each_way_of_reading_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    made = speaking(ENGLISH, [tmp_path]).bytecode_cache
    assert made
    # other tests compile at the same time
    key = made.get_cache_key("page.html", str(page))

    def said(**how: bool) -> str:
        return speaking(ENGLISH, [tmp_path], **how).get_template("page.html").render()

    def kept() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (PACKAGE / "__pycache__/templates").glob(f"*/*{key}*")}

    assert kept() == {}
    page.write_text("{% if 1 %}\none{% endif %}", encoding="utf-8")
    assert said() == "\none"
    first = kept()
    assert len(first) == 1
    assert said() == "\none"
    assert kept() == first
    assert said(trim_blocks=True) == "one", "what was compiled otherwise is not taken"
    page.write_text("{% if 1 %}\ntwo{% endif %}", encoding="utf-8")
    assert said() == "\ntwo"
    for path in kept():
        path.unlink()


# What puts an element together itself, and what that is: numbers and addresses that it has escaped, and no text.
BY_HAND = {
    "book/citations.py": "a word's link, which docutils opens and closes by itself",
    "figures/palette.py": "the head of an SVG",
    "handouts/guide_pack.py": "the number at which a list goes on",
    "server/sheets.py": "the number at which a list goes on",
    "twin/workshop.py": "the letter of an option",
}


def test_html_is_made_by_templates() -> None:
    """Whoever writes an element into an f-string has to escape by hand; for a new one, take a template, or say here why not."""
    element = re.compile(r"""\bf(?:"[^"\n]*|'[^'\n]*)<[a-z]+[ />{]""")
    found = [path for path in PACKAGE.rglob("*.py") if "node_modules" not in path.parts]
    assert {path.relative_to(PACKAGE).as_posix() for path in found if element.search(path.read_text(encoding="utf-8"))} == set(BY_HAND)


def test_a_template_that_is_changed_under_way_mixes_no_two_versions(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("first", encoding="utf-8")
    made = speaking(ENGLISH, [tmp_path])
    assert made.get_template("page.html").render() == "first"
    file.write_text("second", encoding="utf-8")
    os.utime(file, (0, 0))
    assert made.get_template("page.html").render() == "first"
