"""What one line of a possible signature block holds: a name, a title, signing words, a date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.analysis.organisations import find_organisations
from checker.analysis.requirements.dates import DateExpression, find_dates
from checker.analysis.requirements.people import find_cut_name, find_person
from checker.analysis.requirements.reading import Reading, RequirementHit
from checker.model import Requirement, RequirementVerdict

_LONGEST = 32  # words
_SMALL = frozenset(
    "a and at behalf by date dated for in name of on our position signed the title to www".split()
)
_VERBS = frozenset("are be been has have is was were will".split())
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_RULED = re.compile(r"[\W_]{4,}")
_FIELD_NAMES = (
    r"(?:(?:print(?:ed)?|full) name|name|(?:job )?title|position(?: in (?:the )?company)?|role"
    r"|company|date|signature)\s*:"
)
_FIELD = re.compile(rf"\b{_FIELD_NAMES}", re.IGNORECASE)
_OPENING_FIELD = re.compile(rf"^\W{{0,9}}{_FIELD_NAMES}", re.IGNORECASE)
_ROLE_ENDS = re.compile(
    r"[\n;|(]|,?\s+(?:for and |for & )?on behalf\b|,?\s+signed\b|,?\s+dated?\b|\s+on\s*$"
    r"|\.\s|,\s*$",
    re.IGNORECASE,
)
_ROLE_GOES_ON = (" of", " and", " &", "/", " for", ", and")
_GAP = re.compile(r"[\s,:|(–—-]*")
_NAME_MAY_FOLLOW = re.compile(r"(?:^|[\d.:;|)_]|\b[A-Z][\w’]*)\s*$")
_TITLE_MAY_END = re.compile(r"[\s.)|–—-]*(?:$|,?\s*[A-Z\d(|])|\s*/\s*[A-Z]")
_LONGEST_NAME = 60  # characters


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
        is_inset: Whether it is running text that a name with a title ran into.
        is_cut: Whether the line above holds the opening of the name.
    """

    person: str = ""
    role: str = ""
    title: RequirementHit | None = None
    signing: RequirementHit | None = None
    has_date: bool = False
    is_date: bool = False
    is_form: bool = False
    is_running: bool = False
    is_inset: bool = False
    is_cut: bool = False

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
    without_titles = _blank_all(text, [(hit.start, hit.end) for hit in titles])
    is_running = not _reads_as_line(text, without_titles)
    if is_running and not (signing or titles):
        return SignatureLine()
    dates = find_dates(text)
    masked, organisations = _masked(text, without_titles, dates)
    if is_running and not signing:
        return _inset(text, masked, titles, has_date=bool(dates))
    title = _best(titles)
    opening = find_cut_name(reading.sentences[index - 1].text) if index else ""
    person, end = _person(text, masked, opening)
    words = [word for word in _WORD.findall(masked) if word.lower() not in _SMALL]
    is_name_of_body = bool(organisations) and not words
    return SignatureLine(
        person=person,
        role=_role(text, masked, title, end) if title else "",
        title=title,
        signing=signing[0] if signing else None,
        has_date=bool(dates),
        is_date=bool(dates) and not words,
        is_running=is_running,
        is_form=bool(_OPENING_FIELD.match(text) or _RULED.fullmatch(text) or is_name_of_body),
        is_cut=bool(opening) and person.startswith(opening),
    )


def _masked(
    text: str, without_titles: str, dates: Sequence[DateExpression]
) -> tuple[str, tuple[str, ...]]:
    """The text with titles, dates, fields and organisations blanked out; and the last of these."""
    fields = [match.span() for match in _FIELD.finditer(text)]
    masked = _blank_all(without_titles, [*fields, *((each.start, each.end) for each in dates)])
    organisations = find_organisations(masked)
    for name in organisations:
        masked = masked.replace(name, "|" * len(name))
    return masked, organisations


def _person(text: str, masked: str, opening: str) -> tuple[str, int]:
    """The name in a line, with its opening in the line above, and where it ends in the line."""
    if opening and text[0].isupper():
        found = find_person(f"{opening} {masked}")
        if found and found[0] == 0 and found[1] > len(opening):
            end = found[1] - len(opening) - 1
            return " ".join(f"{opening} {text[:end]}".split()), end
    found = find_person(masked)
    return (" ".join(text[slice(*found)].split()), found[1]) if found else ("", 0)


def _inset(
    text: str, masked: str, titles: Sequence[RequirementHit], *, has_date: bool
) -> SignatureLine:
    """A name with a title that a signature block left in running text, as layouts are lost.

    Running text leads to a name (`ask Jane Reader`) or goes on after a title (`, who trained`).
    """
    for title in titles:
        role = _role(text, masked, title, title.start)
        if not _TITLE_MAY_END.match(masked, title.start + len(role)):
            continue
        first = max(0, title.start - _LONGEST_NAME)
        while found := find_person(masked[first : title.start]):
            start, end = first + found[0], first + found[1]
            if _GAP.fullmatch(masked, end, title.start) and _NAME_MAY_FOLLOW.search(text[:start]):
                person = " ".join(text[start:end].split())
                return SignatureLine(
                    person=person, role=role, title=title, has_date=has_date, is_inset=True
                )
            first = end
    return SignatureLine()


def _reads_as_line(text: str, without_titles: str) -> bool:
    words = _WORD.findall(text)
    rest = _WORD.findall(without_titles)
    small = sum(word[0].islower() and word not in _SMALL for word in rest)
    if any(word in _VERBS for word in words) or (small and text.endswith(".")):
        return False
    return len(words) <= _LONGEST and small <= 1 + len(words) // 6


def _best(titles: Sequence[RequirementHit]) -> RequirementHit | None:
    """The longest title; but who has several and is a director by one of them is a director."""
    whole = [
        title
        for title in titles
        if not any(
            other is not title and other.start <= title.start and title.end <= other.end
            for other in titles
        )
    ]
    return max(
        whole or titles,
        key=lambda title: (title.rule.is_director == "yes", title.end - title.start),
        default=None,
    )


def _blank_all(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def _role(text: str, masked: str, title: RequirementHit, after: int) -> str:
    """The title with the words that belong to it: `Group Director of Estates and Facilities`."""
    before = text[after : title.start].strip(" ,:–-\n\t") if after < title.start else ""
    opening = before if before.istitle() and len(before.split()) < 3 else ""
    rest = masked[title.end :]
    ends = [match.start() for match in (_ROLE_ENDS.search(rest),) if match]
    ends += [place for place in (rest.find("||"),) if place >= 0]
    rest = text[title.end : title.end + min(ends, default=len(rest))]
    words = text[title.start : title.end]
    goes_on = rest.startswith(_ROLE_GOES_ON) or words.endswith((" of", " for"))
    return " ".join(f"{opening} {words}{rest if goes_on else ''}".split()).rstrip(" .,")
