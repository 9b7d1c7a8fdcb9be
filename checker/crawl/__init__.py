"""Where: finds an organisation's statements, politely, and keeps the proof of search."""
