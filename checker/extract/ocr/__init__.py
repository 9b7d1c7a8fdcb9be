"""Text recognition by the Tesseract program, where it is installed."""

from checker.extract.ocr.recognition import extract_image, is_installed, recognise

__all__ = ["extract_image", "is_installed", "recognise"]
