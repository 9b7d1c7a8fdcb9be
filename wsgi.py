"""Composition root of the web process."""
