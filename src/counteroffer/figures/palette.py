"""Colours of figures: fixed while matplotlib draws, CSS custom properties on the page, so that light and dark both work."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import matplotlib

matplotlib.use("Agg")

from matplotlib.figure import Figure

from counteroffer.figures.colours import GRID, INK, MUTED, ROLES
from counteroffer.language import ENGLISH, Language

STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "counteroffer",
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "text.color": INK,
    "axes.edgecolor": GRID,
    "axes.labelcolor": INK,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}

# Said once for a whole picture: matplotlib says the family with every text, and the strokes in a stylesheet that would
# reach every other drawing of the page.
_ALL = 'stroke-linejoin="round" stroke-linecap="butt" font-family="var(--fig-font, \'DejaVu Sans\', sans-serif)"'


def to_svg(draw: Callable[[], Figure], ids: str, alt: str, language: Language = ENGLISH) -> str:
    """The figure that `draw` makes in our style, as inline SVG without size, whose colours are custom properties (`--fig-ink` …) with the drawn colour to fall back on.

    `ids` is put before every id, so that several figures can stand on one page; `alt` is the picture's name for a screen reader.
    In a language from right to left texts begin at their right end.
    """
    held = io.StringIO()
    with matplotlib.rc_context(STYLE):
        draw().savefig(held, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = held.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->|<defs>\s*<style.*?</style>\s*</defs>|font-family: 'DejaVu Sans'; ", "", svg, flags=re.DOTALL)
    wanted = set(re.findall(r'(?:url\(|href=")#([^")]+)', svg))
    svg = re.sub(r' id="([^"]+)"', lambda m: m[0] if m[1] in wanted else "", svg)
    svg = re.sub(r' transform="rotate\(-0 [^"]*"', "", svg)
    svg = re.sub(r"\d+\.\d{3,}", lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."), svg)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg, count=1), count=1)
    svg = re.sub(
        r'\b(id|clip-path|xlink:href)="(url\()?#?([^")]+)', lambda m: f'{m[1]}="{m[2] or ""}{"#" if m[1] != "id" else ""}{ids}-{m[3]}', svg
    )
    for colour, role in ROLES.items():
        svg = re.sub(colour, f"var(--fig-{role}, {colour})", svg, flags=re.IGNORECASE)
    svg = re.sub(r' style="([^"]*)"', _attributes, svg)
    alt = alt.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    runs = ' direction="rtl"' if language.direction == "rtl" else ""
    return re.sub(r"\s*\n\s*", "", svg.replace("<svg ", f'<svg{runs} role="img" aria-label="{alt}" {_ALL} ', 1)).strip()


def _attributes(style: re.Match[str]) -> str:
    """A style as attributes of its own, which a page may have whose policy forbids styles in its text."""
    declared = dict(part.split(":", 1) for part in style[1].split(";") if part.strip())
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in declared.items())
