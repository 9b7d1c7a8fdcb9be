"""Sent: the same facts as text, HTML, CSV, XLSX and JSON."""

from checker.report.html import assessment_html
from checker.report.missing import missing_csv, missing_json, missing_xlsx
from checker.report.searches import search_report
from checker.report.text import assessment_text

__all__ = [
    "assessment_html",
    "assessment_text",
    "missing_csv",
    "missing_json",
    "missing_xlsx",
    "search_report",
]
