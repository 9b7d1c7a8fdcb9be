"""Organisations: the legal names in a text, and whether a text names a given organisation."""

import re
import unicodedata
from functools import lru_cache

_FORMS = (
    r"limited|ltd|plc|p\.l\.c|public limited company|llp|l\.l\.p|limited liability partnership"
    r"|lp|limited partnership|inc|incorporated|corp|corporation|cic|cio|cyf|ccc"
    r"|gmbh|ag|sa|s\.a|nv|n\.v|bv|b\.v|llc|l\.l\.c|pty|sarl|spa|s\.p\.a|se|ab|a/s|oy|kg"
)
_FORM = re.compile(rf"[\s,]+(?:{_FORMS})\.?$", re.IGNORECASE)
_WRITTEN_FORM = (
    r"(?:Limited|LIMITED|Ltd|LTD|[Pp]lc|PLC|LLP|Inc|INC|LLC|L\.L\.C|GmbH|CIC|CIO|Pty|"
    r"Incorporated|Corporation|N\.V|B\.V|S\.A)\b"
)
_BODY = (
    r"(?:University|Council|College|Trust|Association|Foundation|Partnership|Society"
    r"|(?<!Working\s)(?<!Leadership\s)(?<!Steering\s)(?<!Executive\s)(?<!Management\s)Group)"
)
_WORD = rf"(?!{_WRITTEN_FORM})(?:[A-Z][\w'’&.\-]*|\d+[A-Za-z]\w*)"
_INNER = rf"(?:{_WORD}|\d+|&|and|of|for|\((?:[A-Z][\w.&\- ]*)\))"
_LEGAL = re.compile(rf"\b{_WORD}(?:\s{_INNER}){{0,9}}?,?\s{_WRITTEN_FORM}(?:\s{_WRITTEN_FORM})*")
_INSTITUTION = re.compile(
    rf"\b(?:{_BODY}\sof\s(?:the\s)?{_WORD}(?:\s(?:{_WORD}|and|&|of)){{0,3}}"
    rf"|{_WORD}(?:\s{_INNER}){{0,5}}?\s{_BODY})\b(?!\sof)"
)
_NOT_OPENING = re.compile(
    r"^(?:\(?(?:the|this|our|for|and|on|of|by|behalf|signed|statement|slavery|modern|human|trafficking"
    r"|anti-slavery|policy|copyright|approved|board|directors?|in|it|all|each|both|date|chief|ceo"
    r"|executive|officer|chairman|chair|managing|finance|uk|new"
    r"|organi[sz]ation(?:al)?|structure|business|operations?|supply|chains?|introduction|about|report|confidential|page|supervisory"
    r"|group(?= (?:chief|finance|managing|director)))\b[\s,)]*)+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^.*\b(?:Directors?|Board|Officer|Members?|Secretary|Partner)\s(?:of|for|to)\s(?:the\s)?"
)
_ARTICLE = re.compile(r"^the\s|\s*\(the\)$", re.IGNORECASE)
_TRADING = re.compile(r"\b(?:t/a|trading as|\(trading as)\b", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[^\w\s]+")
_POSSESSIVE = re.compile(r"['’]s?\b")
_LEAST_NAME = 4  # letters of a name so short that it would be found by chance


def find_organisations(text: str) -> tuple[str, ...]:
    """Names with a legal form, such as `Broadland Bakers Limited`, in order, each once."""
    found = (" ".join(match[0].split()) for match in _LEGAL.finditer(text))
    return tuple(dict.fromkeys(name for name in map(_name, found) if _is_name(name)))


def find_institutions(text: str) -> tuple[str, ...]:
    """Names of bodies without a legal form: universities, councils, trusts, associations."""
    found = (_name(" ".join(match[0].split())) for match in _INSTITUTION.finditer(text))
    return tuple(dict.fromkeys(name for name in found if len(name.split()) > 1))


def names(document_text: str, organisation_name: str) -> bool:
    """Whether the text names the organisation.

    Legal forms count as written or not at all (Ltd, Limited, plc, LLP), as do `The` in front, `&`
    for `and`, punctuation, and a space left out (`TClarke`); of `A Limited t/a B` either name will
    do.
    """
    text = f" {_plain(document_text)} "
    for variant in _variants(organisation_name):
        if " " not in variant:
            # A single word such as "future" names nobody unless it is written as a name.
            written = (
                variant.capitalize(),
                variant.upper(),
                *_as_written(organisation_name, variant),
            )
            if any(re.search(rf"\b{re.escape(word)}\b", document_text) for word in written):
                return True
        elif f" {variant} " in text or f" {variant.replace(' ', '')} " in text:
            return True
    return False


def _as_written(organisation_name: str, word: str) -> list[str]:
    """A word of the name with its own capitals: `easyBread`."""
    words = organisation_name.split()
    return [each for each in words if _plain(each) == word and not each.islower()]


@lru_cache(maxsize=64)
def _variants(organisation_name: str) -> tuple[str, ...]:
    variants = []
    for part in _TRADING.split(organisation_name):
        whole = part.strip()
        core = _ARTICLE.sub("", whole).strip(" ()")
        while _FORM.search(core):
            core = _FORM.sub("", core)
        plain = _plain(core)
        variants.append(plain if len(plain) >= _LEAST_NAME else _plain(whole))
    return tuple(variant for variant in variants if variant)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    text = _NOT_WORDS.sub(" ", _POSSESSIVE.sub("", text))
    return " ".join("co" if word == "company" else word for word in text.split())


def _name(words: str) -> str:
    """The name without words that lead to it; a capital `The` right before it belongs to it."""
    name = _without_opening(words)
    article = re.search(r"\bT(?:he|HE) $", words.removesuffix(name))
    return f"{article[0]}{name}" if article and name else name


def _without_opening(name: str) -> str:
    return _NOT_OPENING.sub("", _ROLE.sub("", name)).strip(" ,")


def _is_name(name: str) -> bool:
    return not re.fullmatch(rf"(?:{_FORMS})\.?", name, re.IGNORECASE) and len(name) > len("A Ltd")
