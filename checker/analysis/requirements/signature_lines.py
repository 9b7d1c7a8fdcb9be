"""What one line of a possible signature block holds: a name, a title, signing words, a date."""

import re
from dataclasses import dataclass

from checker.analysis.organisations import find_organisations
from checker.analysis.requirements.dates import find_dates
from checker.analysis.requirements.people import find_person
from checker.analysis.requirements.reading import Reading, RequirementHit
from checker.model import Requirement, RequirementVerdict

_LONGEST = 32  # words
_SMALL = frozenset(
    "a and at behalf by date dated for in name of on our position signed the title to www".split()
)
_VERBS = frozenset("are be been has have is was were will".split())
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_RULED = re.compile(r"[\W_]{4,}")
_FIELD = re.compile(
    r"^\W{0,9}(?:(?:print(?:ed)?|full) name|name|(?:job )?title|position|role|company|date)\s*:",
    re.IGNORECASE,
)
_ROLE_ENDS = re.compile(
    r"[\n;|(]|,?\s+(?:for and |for & )?on behalf\b|,?\s+signed\b|,?\s+dated?\b|\s+on\s*$"
    r"|\.\s|,\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLine:
    """One line of a possible signature block.

    Attributes:
        person: The name of a person, as published; empty where there is none.
        role: The title, as published; empty where there is none.
        title: The rule that knows the title.
        signing: The rule that knows the signing words.
        has_date: Whether it holds a date.
        is_date: Whether it holds nothing else.
        is_form: A field to fill in, the line to sign on, or the organisation's name alone.
        is_running: Whether it is running text, which signs nothing but what it says itself.
    """

    person: str = ""
    role: str = ""
    title: RequirementHit | None = None
    signing: RequirementHit | None = None
    has_date: bool = False
    is_date: bool = False
    is_form: bool = False
    is_running: bool = False

    @property
    def is_part(self) -> bool:
        """Whether it may stand in a signature block."""
        return bool(self.person or self.title or self.signing or self.is_date or self.is_form)


def read_signature_line(reading: Reading, index: int) -> SignatureLine:
    """What sentence `index` holds; nothing where it reads as running text and does not sign."""
    text = reading.sentences[index].text
    signing = [
        hit
        for hit in reading.of_requirement(index, Requirement.SIGNATURE)
        if hit.rule.verdict is not RequirementVerdict.NOT_STATED
    ]
    titles = reading.of_requirement(index, Requirement.SIGNATURE, within="sign_off")
    masked = text
    for hit in titles:
        masked = _blank(masked, hit.start, hit.end)
    is_running = not _reads_as_line(text, masked)
    if is_running and not signing:
        return SignatureLine()
    title = max(titles, key=lambda hit: hit.end - hit.start, default=None)
    dates = find_dates(text)
    for each in dates:
        masked = _blank(masked, each.start, each.end)
    organisations = find_organisations(masked)
    for name in organisations:
        masked = masked.replace(name, "|" * len(name))
    person = find_person(masked)
    words = [word for word in _WORD.findall(masked) if word.lower() not in _SMALL]
    return SignatureLine(
        person=" ".join(text[slice(*person)].split()) if person else "",
        role=_role(text, masked, title, person[1] if person else 0) if title else "",
        title=title,
        signing=signing[0] if signing else None,
        has_date=bool(dates),
        is_date=bool(dates) and not words,
        is_running=is_running,
        is_form=bool(_FIELD.match(text) or _RULED.fullmatch(text) or (organisations and not words)),
    )


def _reads_as_line(text: str, without_titles: str) -> bool:
    words = _WORD.findall(text)
    rest = _WORD.findall(without_titles)
    small = sum(word[0].islower() and word not in _SMALL for word in rest)
    if any(word in _VERBS for word in words):
        return False
    return len(words) <= _LONGEST and small <= 1 + len(words) // 6


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "|" * (end - start) + text[end:]


def _role(text: str, masked: str, title: RequirementHit, after: int) -> str:
    """The title with the words that belong to it: `Group Director of Estates and Facilities`."""
    before = text[after : title.start].strip(" ,:–-\n\t") if after < title.start else ""
    opening = before if before.istitle() and len(before.split()) < 3 else ""
    rest = masked[title.end :]
    ends = [match.start() for match in (_ROLE_ENDS.search(rest),) if match]
    ends += [place for place in (rest.find("||"),) if place >= 0]
    rest = text[title.end : title.end + min(ends, default=len(rest))]
    goes_on = rest.startswith((" of", " and", " &", "/", " for", ", and"))
    role = f"{opening} {text[title.start : title.end]}{rest if goes_on else ''}"
    return " ".join(role.split()).rstrip(" .,")
