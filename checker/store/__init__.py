"""Kept: organisations, searches, statements, assessments."""
