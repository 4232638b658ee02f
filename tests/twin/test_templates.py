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


def test_a_template_that_is_changed_under_way_mixes_no_two_versions(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("first", encoding="utf-8")
    made = speaking(ENGLISH, [tmp_path])
    assert made.get_template("page.html").render() == "first"
    file.write_text("second", encoding="utf-8")
    os.utime(file, (0, 0))
    assert made.get_template("page.html").render() == "first"
