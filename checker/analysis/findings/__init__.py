"""Findings beside the areas and the publishing duties: one module for each way of finding."""

from checker.analysis.findings.by_rule import other_findings
from checker.analysis.findings.every import statement_findings

__all__ = ["other_findings", "statement_findings"]
