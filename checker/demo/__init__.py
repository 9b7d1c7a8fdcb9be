"""The example county: invented organisations and their websites, served on loopback."""

from checker.demo.proxy import ExampleWeb, Visit

__all__ = ["ExampleWeb", "Visit"]
