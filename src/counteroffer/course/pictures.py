"""Pictures of pages: whether every browser, an EPUB and a press can show a file, and whether it is nothing but a picture."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from counteroffer.course.diagnostics import Faults
from counteroffer.course.textfile import read_text

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a")
# What a picture may unfold to, in bytes: more than any page has room for.
_MOST_UNFOLDED = 200_000_000
_ANEW = "Open it in a program for pictures and save it anew, or take it from where it came from."
_SVG = "http://www.w3.org/2000/svg"
_AS_SVG = 'Begin it with `<svg xmlns="' + _SVG + '">`, or save it anew as SVG.'


def check(path: Path, faults: Faults) -> None:
    """Note a fault where a file with the name of a picture (one of `SHOWN`) is broken, or is more than a picture."""
    if path.suffix.lower() == ".svg":
        text = read_text(path, faults)
        if text is not None:
            _drawing(path, text, faults)
    elif lack := SHOWN[path.suffix.lower()](path.read_bytes()):
        faults.add(path, 1, "image-broken", f"This picture cannot be shown: {lack}.", _ANEW)


def _png(data: bytes) -> str:
    """What a PNG lacks; nothing where it is whole."""
    if not data.startswith(_PNG):
        return "it is no PNG"
    at, kinds, packed = len(_PNG), list[bytes](), b""
    while at < len(data) and b"IEND" not in kinds:
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        content, sum_ = data[at + 8 : at + 8 + size], data[at + 8 + size : at + 12 + size]
        if zlib.crc32(kind + content).to_bytes(4) != sum_:
            return "it is cut off or damaged"
        kinds.append(kind)
        packed += content if kind == b"IDAT" else b""
        at += 12 + size
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"]:
        return "it is cut off or damaged"
    try:
        unfolding = zlib.decompressobj()
        unfolding.decompress(packed, _MOST_UNFOLDED)
    except zlib.error:
        return "it is damaged"
    return "" if unfolding.eof else "it is cut off, or far too large"


def _jpeg(data: bytes) -> str:
    if not data.startswith(_JPEG):
        return "it is no JPEG"
    # cameras write notes behind a picture's end
    return "" if b"\xff\xd9" in data[-100_000:] else "it is cut off"


def _gif(data: bytes) -> str:
    if not data.startswith(_GIF):
        return "it is no GIF"
    return "" if data.rstrip(b"\0").endswith(b";") else "it is cut off"


def _drawing(path: Path, text: str, faults: Faults) -> None:
    """Note what an SVG lacks, or has that a picture must not have: scripts, addresses, texts that unfold."""
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def refuse(message: str, remedy: str) -> None:
        faults.add(path, parser.CurrentLineNumber, "image-unsafe", message, remedy)

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        space, _, tag = name.rpartition(" ")
        if not depth and (space, tag) != (_SVG, "svg"):
            message, remedy = f"This is no SVG: it begins with `{tag}`.", _AS_SVG
            faults.add(path, parser.CurrentLineNumber, "image-broken", message, remedy)
        depth += 1
        if tag.lower() == "script":
            refuse("This picture holds a script.", "Take the element `script` out, or save the picture as plain SVG.")
        for attribute, value in attributes.items():
            named = attribute.rpartition(" ")[2].lower()
            if named.startswith("on"):
                refuse(f"This picture holds a script, in `{named}`.", "Take the attribute out, or save the picture as plain SVG.")
            elif named in ("href", "src") and not value.strip().startswith(("#", "data:image/")):
                refuse(f"This picture leads elsewhere, to `{value.strip()[:60]}`.", "Take the link out; a picture holds all that it shows.")

    def declared(name: str, *_: object) -> None:
        refuse(f"This picture declares `{name}`, a text that unfolds.", "Save the picture as plain SVG.")

    parser.StartElementHandler, parser.EntityDeclHandler = begin, declared
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 (the last piece)
    except expat.ExpatError as error:
        message = f"This picture is no SVG: {expat.ErrorString(error.code)}."
        faults.add(path, error.lineno, "image-broken", message, _ANEW)


# How a picture is looked at, by its suffix: what browsers, EPUB readers and the press all show.
SHOWN: dict[str, Callable[[bytes], str]] = {".png": _png, ".jpg": _jpeg, ".jpeg": _jpeg, ".gif": _gif, ".svg": lambda _: ""}
