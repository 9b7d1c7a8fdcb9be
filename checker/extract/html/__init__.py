"""Web pages: their content without the site around it, and every link."""

from checker.extract.html.document import extract_html

__all__ = ["extract_html"]
