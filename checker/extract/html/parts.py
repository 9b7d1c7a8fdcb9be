"""The parts of a web page whose own words say that they belong to the site, whatever their names.

Many sites are built of elements that only machines can tell apart. What is left is what a reader
goes by: "You might also like", "We use cookies", "All rights reserved".
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain, zip_longest

from bs4 import Tag

from checker.extract.html.content import Content
from checker.extract.html.furniture import HEADINGS, is_in_heading
from checker.extract.html.survey import Survey

# The whole text of a part that works the page.
_CONTROL = re.compile(
    r"home ?[>»/|›→·].{0,100}|(?:tel\w*|phone|call us)?[:. ]*\+?(?:[ ()-]*\d){9,13}"
    r"|(?:back to|return to|go to)(?: the)? top(?: of (?:the )?page)?|top of page"
    r"|skip to .{1,30}|print|print (?:this )?page|share|share (?:this|on|via)\b.{0,30}"
    r"|(?:tweet|e-?mail) (?:this|to a friend)|follow us(?: on .{1,30})?"
    r"|(?:read|learn|see|show|view|discover|find out) (?:more|less|all)|more|close|menu"
    r"|search(?: this site)?:?"
    r"|\d{1,2} min(?:ute)?s?(?: read)?|reading time.{0,20}|loading|next|previous|prev"
    r"|(?:open|close|toggle) (?:main |the )?(?:menu|navigation|search)",
    re.IGNORECASE,
)
# Headings of parts that only sites have.
_ASIDE = re.compile(
    r"(?:related|similar|recommended|popular|recent|latest|featured|more|further)"
    r"(?: (?:articles?|posts?|news|content|pages?|stories|items?|insights?|links|reading|updates"
    r"|products?|blogs?|case studies|from .{1,40}))+"
    r"|related|news|in this section|on this page|(?:latest )?news (?:and|&) .{1,20}"
    r"|(?:you|people|others) (?:may |might )?(?:also )?"
    r"(?:like|liked|be interested in|read|viewed).{0,20}"
    r"|keep reading|read next|what'?s new|what to read next|share|share (?:this|on)\b.{0,30}"
    r"|(?:follow|find|connect with) us\b.{0,30}|stay (?:in touch|connected|up to date|informed)"
    r"|keep in touch|(?:our |the |join our )?(?:newsletter|mailing list)s?(?: sign-?up)?"
    r"|(?:sign up|subscribe)\b.{0,50}|leave a (?:reply|comment)|(?:\d+ )?comments?"
    r"|about the author|(?:is|was) this page (?:helpful|useful)|did you find what .{1,40}"
    r"|opening (?:times|hours)|quick ?links|useful links|site ?map|help us improve.{0,30}"
    r"|(?:this (?:web)?site uses|(?:we use|manage|your|about) )?\s?cookies?\b.{0,60}"
    r"|we (?:value|respect|care about) your privacy"
    r"|(?:your )?privacy (?:preferences?|settings).{0,20}",
    re.IGNORECASE,
)
_SAYS_WHOSE = (
    *("©", "(c) 20", "copyright", "all rights reserved"),
    *("registered office", "registered in england"),
)
_LABEL = 60  # characters
_CONTROL_LENGTH = 120  # characters, as a trail of breadcrumbs may have
_TEASER = 400  # characters of prose, as a teaser may hold
_TEASED = 250  # characters of prose for each page that a list of teasers leads to
_MOST = 0.5  # of the prose of the page
_PAGE = {"body", "html", "main", "[document]"}
_BANNER = 1500  # characters of prose, as a consent banner may hold


def find_site_parts(survey: Survey) -> Iterator[list[Tag]]:
    """Groups of elements to remove, each of which is one part of the site."""
    content = Content(survey)
    yield from _controls(survey, content)
    yield from _consent_banners(survey, content)
    yield from _headed_parts(survey, content)
    yield from _cards(survey)
    yield from _small_print(survey, content)
    yield from _link_rows(survey)


def _controls(survey: Survey, content: Content) -> Iterator[list[Tag]]:
    for tag in survey.tags:
        if (
            0 < survey.length(tag) <= _CONTROL_LENGTH
            and _CONTROL.fullmatch(survey.text_of(tag))
            and (survey.count_works(tag) or not content.holds(tag))
        ):
            yield [tag]


def _consent_banners(survey: Survey, content: Content) -> Iterator[list[Tag]]:
    """What speaks of cookies outside of the content, or with a button or link to agree."""
    for tag in survey.find_saying("cookies"):
        part = _part_from(tag, survey, most=_BANNER, stays=survey.is_protected)
        if part and (survey.count_works(part) or not content.holds(part)):
            yield [part]


def _headed_parts(survey: Survey, content: Content) -> Iterator[list[Tag]]:
    """What stands under a heading that only sites have, or at the edge of the page, as teasers.

    Within the content only what leads to other pages is of the site.
    """
    for tag in survey.tags:
        if not 0 < survey.length(tag) <= _LABEL:
            continue
        if _ASIDE.fullmatch(survey.text_of(tag).rstrip(":!?. ")):
            group = _part_headed(tag, survey)
            rest = [part for part in group if part is not tag and survey.length(part)]
            leads_on = bool(rest) and all(map(survey.count_works, rest))
            if leads_on or survey.count_works(tag) or not content.holds(tag):
                yield group
        elif _is_heading(tag) and survey.is_at_edge(tag) and not content.holds(tag):
            part = _part_from(tag, survey, most=_TEASER, stays=survey.is_protected)
            if part and part is not tag and survey.count_works(part):
                yield [part]


def _is_heading(tag: Tag) -> bool:
    return tag.name in HEADINGS and tag.name != "h1"


def _part_headed(heading: Tag, survey: Survey) -> list[Tag]:
    """What stands under a heading that only sites have."""
    if teasers := _teasers_under(heading, survey):
        return [teasers]
    part = _part_from(heading, survey, most=_BANNER, stays=survey.is_protected)
    if part and survey.length(part) == survey.length(heading):
        return _run_under(part, survey)
    return [part] if part else []


def _teasers_under(heading: Tag, survey: Survey) -> Tag | None:
    """The part that `heading` begins, if it leads to other pages; they may be on the subject."""
    found: Tag | None = None
    for tag in heading.parents:
        if (
            tag.name in _PAGE
            or not survey.begins_with(tag, heading)
            or survey.prose_share(tag) > _MOST
            or survey.holds_title(tag)
        ):
            break
        links = survey.count_works(tag)
        if links > 1 and survey.prose(tag) <= links * _TEASED:
            found = tag
    return found


def _run_under(heading: Tag, survey: Survey) -> list[Tag]:
    """A heading and the elements after it, to the next heading or to what may be a statement's."""
    group = [heading]
    prose = 0
    for sibling in heading.next_siblings:
        if not isinstance(sibling, Tag):
            continue
        prose += survey.prose(sibling)
        if sibling.name in HEADINGS or survey.is_protected(sibling) or prose > _TEASED:
            break
        group.append(sibling)
    return group


def _cards(survey: Survey) -> Iterator[list[Tag]]:
    """Teasers of other pages: a heading and a few words that lead there, several in a row."""
    leads = [tag for tag in survey.tags if tag.name == "a" and _leads_from_teaser(tag, survey)]
    rows: dict[int, list[Tag]] = {}
    for lead, following in zip_longest(leads, leads[1:]):
        card = _card(lead, following, survey)
        if card and card.name not in HEADINGS:
            rows.setdefault(id(card.parent), []).append(card)
    yield from (cards for cards in rows.values() if len(cards) > 1)


def _card(lead: Tag, following: Tag | None, survey: Survey) -> Tag | None:
    def stays(tag: Tag) -> bool:
        return survey.is_spoken_for(tag) or (following is not None and survey.is_in(following, tag))

    return _part_from(lead, survey, most=_TEASER, stays=stays)


def _leads_from_teaser(link: Tag, survey: Survey) -> bool:
    if str(link.get("href") or "#").startswith("#"):
        return False
    if survey.holds(link, *HEADINGS, "p", "div"):
        return True
    return is_in_heading(link)


def _small_print(survey: Survey, content: Content) -> Iterator[list[Tag]]:
    """What says whose the site is, with all that stands around it at the end of the page."""
    seen: set[int] = set()
    for saying in survey.find_saying(*_SAYS_WHOSE):
        part: Tag | None = None
        for tag in chain([saying], saying.parents):
            if id(tag) in seen:
                part = None  # it is in one that was found before
                break
            if (
                tag is survey.body
                or content.holds(tag)
                or survey.is_protected(tag)
                or survey.holds_title(tag)
                or not survey.may_go(tag)
                or not survey.is_at_edge(tag)
            ):
                break
            part = tag
            seen.add(id(tag))
        if part:
            yield [part]


def _link_rows(survey: Survey) -> Iterator[list[Tag]]:
    """What holds nothing but links after the last words of the statement, or before its first."""
    for tag in survey.tags:
        is_only_links = survey.length(tag) > 0 == survey.prose(tag)
        if is_only_links and survey.count_works(tag) > 1 and survey.is_at_edge(tag):
            yield [tag]


def _part_from(
    first: Tag, survey: Survey, *, most: int, stays: Callable[[Tag], bool]
) -> Tag | None:
    """The largest element that begins with `first`, and may go; None where not even it may."""
    part: Tag | None = None
    for tag in chain([first], first.parents):
        if (
            tag.name in _PAGE
            or not survey.begins_with(tag, first)
            or survey.prose(tag) > most
            or stays(tag)
            or not survey.may_go(tag)
            or survey.holds_title(tag)
        ):
            break
        part = tag
    return part
