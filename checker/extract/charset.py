"""Which characters the bytes of a text stand for."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Charsets that Western pages name without looking; what is meant is UTF-8 or Windows-1252, which
# browsers take the others for (WHATWG Encoding Standard, 4.2).
_HARDLY_MEANT = {"ascii", "iso8859-1", "cp1252", "utf-8"}
# The bytes from 0x80 that Windows-1252 reads as something, as `surrogateescape` keeps them.
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def decode(content: bytes, declared: str = "") -> str:
    """The text of `content`.

    A byte order mark wins; then UTF-8, which other texts practically never happen to be; then
    `declared`; then Windows-1252, in whatever is not UTF-8, as pages put together from pieces are
    both. Bytes without a meaning there become U+FFFD.
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
        wide = name.startswith(("utf-16", "utf-32"))  # which no page can declare in its own words
        if name not in _HARDLY_MEANT and not wide:
            return content.decode(name, errors="replace")
    except (LookupError, ValueError):
        pass  # not a charset, or one in which these bytes cannot be read
    return content.decode("utf-8", errors="surrogateescape").translate(_WINDOWS)
