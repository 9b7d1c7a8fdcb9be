"""The marks that no text needs: ligatures, invisible characters, runs of white space."""

import re
import unicodedata

_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"), "")
_REPAIRS = _LIGATURES | _INVISIBLE
_TO_REPAIR = re.compile(f"[{''.join(map(chr, _REPAIRS))}]")
_NOT_TEXT = {"Cc", "Cs"}  # control characters and lone surrogates, which no file can hold


def clean(text: str) -> str:
    """`text` on one line: white space collapsed, ligatures spelt out, invisible marks gone."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    if _TO_REPAIR.search(line):
        line = line.translate(_REPAIRS)
    if not line.isprintable():
        line = "".join(c for c in line if unicodedata.category(c) not in _NOT_TEXT)
    return " ".join(unicodedata.normalize("NFC", line).split())


def clean_with_origins(text: str) -> tuple[str, list[int]]:
    """`clean(text)`, and for each of its characters the place in `text` that it comes from.

    Where letters were composed in a way that cannot be followed, places are spread evenly.
    """
    cleaned = clean(text)
    kept: list[str] = []
    origins: list[int] = []
    for place, char in enumerate(text):
        for piece in " " if char.isspace() else _REPAIRS.get(ord(char), char):
            if unicodedata.combining(piece) and kept:
                composed = unicodedata.normalize("NFC", kept[-1] + piece)
                kept[-1] = composed[0]
                kept += composed[1:]
                origins += [place] * (len(composed) - 1)
            elif piece == " ":
                if kept and kept[-1] != " ":
                    kept.append(piece)
                    origins.append(place)
            elif unicodedata.category(piece) not in _NOT_TEXT:
                kept.append(piece)
                origins.append(place)
    if "".join(kept).rstrip() == cleaned:
        return cleaned, origins[: len(cleaned)]
    return cleaned, [place * len(text) // len(cleaned) for place in range(len(cleaned))]
