"""Loads and validates the rules of rules/."""
