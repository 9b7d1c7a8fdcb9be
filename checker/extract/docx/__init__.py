"""Word documents (DOCX), read from their XML."""

from checker.extract.docx.document import extract_docx

__all__ = ["extract_docx"]
