"""Kinds of fault in pictures that pages show."""

from __future__ import annotations

from pathlib import Path

from tests.course.faults import SECOND, SVG, WHOLE, Fault, append, both, write

DOT = (Path(__file__).parents[1] / "every/chapters/part-1/dot.png").read_bytes()
BOMB = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>\n'


def shown(name: str, content: bytes | str, code: str, line: int, words: str, of: str, file: str = "") -> Fault:
    """A picture that a page shows; it is to blame itself, at a line, unless the page is."""
    where = f"assets/{name}"
    return Fault(of, both(write(where, content), append(SECOND, f"\n![A town](/{where})\n")), code, file or where, line, words)


PICTURES = [
    shown("town.pdf", b"%PDF-1.7", "image-kind", 18, "Save it anew as PNG", "a picture that is a paper", SECOND),
    shown("town.tiff", b"II*\0", "image-kind", 18, "Save it anew as PNG", "a picture that browsers do not know", SECOND),
    shown("town", DOT, "image-kind", 18, "Save it anew as PNG", "a picture without a suffix", SECOND),
    shown("town.png", b"", "image-broken", WHOLE, "it is no PNG", "an empty picture"),
    shown("town.png", DOT[:-20], "image-broken", WHOLE, "cut off", "a picture that is cut off"),
    shown("town.png", DOT[:45] + bytes([DOT[45] ^ 1]) + DOT[46:], "image-broken", WHOLE, "damaged", "a picture that is damaged"),
    shown("town.jpg", DOT, "image-broken", WHOLE, "it is no JPEG", "a picture with another's suffix"),
    shown("town.jpeg", b"\xff\xd8\xff\xe0", "image-broken", WHOLE, "cut off", "a photograph that is cut off"),
    shown("town.gif", b"GIF89a\1\0\1\0", "image-broken", WHOLE, "cut off", "a GIF that is cut off"),
    shown("town.svg", "", "image-broken", WHOLE, "save it anew", "an empty drawing"),
    shown("town.svg", SVG.replace("</svg>", "\n<g></svg>"), "image-broken", 2, "save it anew", "a drawing that is no XML"),
    shown("town.svg", SVG.replace(' xmlns="http://www.w3.org/2000/svg"', ""), "image-broken", WHOLE, "Begin it with", "a drawing that does not say so"),
    shown("town.svg", SVG.replace("</svg>", "\n<script>alert(1)</script></svg>"), "image-unsafe", 2, "Take the element `script` out", "a drawing with a script"),
    shown("town.svg", SVG.replace("</svg>", '\n<g onload="alert(1)"/></svg>'), "image-unsafe", 2, "Take the attribute out", "a drawing with a hidden script"),
    shown("town.svg", SVG.replace("</svg>", '\n<a href="javascript:alert(1)"/></svg>'), "image-unsafe", 2, "Take the link out", "a drawing with a link that would run"),
    shown("town.svg", SVG.replace("</svg>", '\n<image href="https://example.org/x.png"/></svg>'), "image-unsafe", 2, "Take the link out", "a drawing that asks another site"),
    shown("town.svg", BOMB + SVG, "image-unsafe", WHOLE, "plain SVG", "a drawing that unfolds"),
    shown("town.svg", SVG.encode("utf-16"), "file-encoding", WHOLE, "Save it as UTF-8", "a drawing in UTF-16"),
]  # fmt: skip
