"""Where: finds an organisation's statements, politely, and keeps the proof of search."""

from checker.crawl.answer import Answer
from checker.crawl.hunt import Judge
from checker.crawl.scoring import LinkScorer, failing_link_examples, link_rule_hits
from checker.crawl.search import search
from checker.crawl.session import CrawlOptions, PoliteSession

__all__ = [
    "Answer",
    "CrawlOptions",
    "Judge",
    "LinkScorer",
    "PoliteSession",
    "failing_link_examples",
    "link_rule_hits",
    "search",
]
