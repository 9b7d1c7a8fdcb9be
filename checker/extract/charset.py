"""Which characters the bytes of a text stand for."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Browsers read these names as Windows-1252 (WHATWG Encoding Standard, 4.2).
_REALLY_WINDOWS = {"ascii", "iso8859-1", "cp1252"}


def decode(content: bytes, declared: str = "") -> str:
    """The text of `content`.

    A byte order mark wins; then UTF-8, which other texts practically never happen to be; then
    `declared`; then Windows-1252. Bytes without a meaning there become U+FFFD.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if name := unmarked_utf16(content):
        return content.decode(name, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(declared, content)


def unmarked_utf16(content: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where every other byte of a Latin text is zero, else empty."""
    sample = content[:2000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.7 * half and not sample[0::2].count(0):
        return "utf-16-le"
    if half and sample[0::2].count(0) > 0.7 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _decode_as(declared: str, content: bytes) -> str:
    try:
        name = codecs.lookup(declared.strip()).name
        if name not in _REALLY_WINDOWS:
            return content.decode(name, errors="replace")
    except (LookupError, ValueError):
        pass  # not a charset, or one in which these bytes cannot be read
    return content.decode("cp1252", errors="replace")
