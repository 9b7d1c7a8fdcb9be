"""Finds modern slavery statements, reads them against section 54, and shows the proof."""

__version__ = "0.1.0"
