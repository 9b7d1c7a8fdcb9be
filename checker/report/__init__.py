"""Sent: the same facts as text, HTML, CSV, XLSX and JSON."""
