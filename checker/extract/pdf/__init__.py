"""PDF: text, its layout and the place of every character by PDFium; scans by Tesseract."""

from checker.extract.pdf.document import extract_pdf

__all__ = ["extract_pdf"]
