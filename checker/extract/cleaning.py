"""The marks that no text needs: ligatures, invisible characters, runs of white space."""

import unicodedata

_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"), "")
_REPAIRS = _LIGATURES | _INVISIBLE
_NOT_TEXT = {"Cc", "Cs"}  # control characters and lone surrogates, which no file can hold


def clean(text: str) -> str:
    """`text` on one line: white space collapsed, ligatures spelt out, invisible marks gone."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    line = line.translate(_REPAIRS)
    if not line.isprintable():
        line = "".join(c for c in line if unicodedata.category(c) not in _NOT_TEXT)
    return " ".join(unicodedata.normalize("NFC", line).split())
