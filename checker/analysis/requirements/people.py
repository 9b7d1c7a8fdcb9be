"""Names of people in the lines of a signature block."""

import re

_STYLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Cllr|Councillor)\.?"
)
_HONORIFIC = rf"(?:{_STYLE}\s)"
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|bin|al|ten|st)"
_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zß-öø-ÿﬀ-ﬆ"
_PART = rf"[{_UPPER}]?[{_LOWER}]+"
_MIXED = rf"[{_UPPER}]['’]?{_PART}(?:['’\-]{_PART})*(?:[{_UPPER}][{_LOWER}]+)?"
_CAPITALS = rf"[{_UPPER}]{{2,}}(?:['’\-][{_UPPER}]+)*"
_INITIALS = rf"(?:[{_UPPER}]\.?){{1,3}}"
_PERSON = re.compile(
    rf"(?<![\w’'&])(?:{_HONORIFIC})?(?:(?:{_MIXED}|{_INITIALS})"
    rf"\s(?:(?:{_INITIALS}|{_PARTICLE})\s){{0,2}}{_MIXED}(?:[\s-]{_MIXED})?"
    rf"|{_CAPITALS}\s(?:{_INITIALS}\s)?{_CAPITALS}(?:\s{_CAPITALS})?"
    rf"|(?:[{_UPPER}]\.\s?){{1,3}}{_CAPITALS}"
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


_PARTS_OF_A_BODY = frozenset("company council department group limited team university".split())
_CUT = re.compile(
    rf"(?:^|\s)(?P<name>{_STYLE}|(?:{_MIXED}\s)?[{_UPPER}]\.\s?(?:[{_UPPER}]\.\s?){{0,2}})\s*$"
)


def find_cut_name(text: str) -> str:
    """The opening of a name that the next line goes on with: `Dr.`, `K.T.`, `Jane E.`; or empty."""
    match = _CUT.search(text)
    return match["name"] if match else ""


def find_person(text: str) -> tuple[int, int] | None:
    """Where the first name of a person stands in a line, honorific included; or None."""
    position = 0
    while match := _PERSON.search(text, position):
        words = list(re.finditer(r"[^\s\-]+", match[0]))
        known = [n for n, word in enumerate(words) if word[0].lower().strip(".") in _NOT_NAMES]
        if not known:
            return match.span()
        if known[0] > 1 and words[known[0]][0].lower() not in _PARTS_OF_A_BODY:
            return match.start(), match.start() + words[known[0] - 1].end()
        position = match.start() + words[0].end()
    return None
