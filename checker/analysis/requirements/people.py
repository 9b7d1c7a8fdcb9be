"""Names of people in the lines of a signature block."""

import re

_HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Cllr|Councillor)"
    r"\.?\s)"
)
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|bin|al|ten|st)"
_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zß-öø-ÿﬀ-ﬆ"
_PART = rf"[{_UPPER}]?[{_LOWER}]+"
_MIXED = rf"[{_UPPER}]['’]?{_PART}(?:['’\-]{_PART})*(?:[{_UPPER}][{_LOWER}]+)?"
_CAPITALS = rf"[{_UPPER}]{{2,}}(?:['’\-][{_UPPER}]+)*"
_INITIALS = rf"(?:[{_UPPER}]\.?){{1,3}}"
_PERSON = re.compile(
    rf"(?<![\w’'&])(?:{_HONORIFIC})?(?:(?:{_MIXED}|{_INITIALS})"
    rf"\s(?:(?:{_INITIALS}|{_PARTICLE})\s){{0,2}}{_MIXED}(?:[\s-]{_MIXED})?|{_CAPITALS}\s(?:{_INITIALS}\s)?{_CAPITALS}(?:\s{_CAPITALS})?"
    rf"|^\W*{_MIXED}\s[{_UPPER}]\.?(?=\W*$))(?![\w’'&])"
)
_NOT_NAMES = frozenset(
    """about accept act add all annual anti approval approved assessment audit back behalf board
    business by chain chains chair chairman chief click code committee company conduct
    contact cookies copyright corporate council date dated december diligence director
    directors due email ethical executive february finance financial follow for global
    governance group health her his house human in international introduction january join
    july kingdom latest limited management managing member members menu modern more new
    news newsletter november number october of offers officer on operations our overview
    partner policies policy position print privacy procurement read registered report
    rights risk salary search secretary section senior september share sign signature
    signed slavery staff statement statutory structure subscribe suppliers supply
    sustainability team terms the this title trafficking training transparency trustee
    trustees uk united university us version view we website year your""".split()
)


def find_person(text: str) -> tuple[int, int] | None:
    """Where the first name of a person stands in a line, honorific included; or None."""
    position = 0
    while match := _PERSON.search(text, position):
        words = re.split(r"[\s\-]+", match[0].lower())
        known = next((n for n, word in enumerate(words) if word.strip(".") in _NOT_NAMES), None)
        if known is None:
            return match.span()
        position = match.start() + len(match[0].split(maxsplit=1)[0])
    return None
