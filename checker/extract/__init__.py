"""What is on the page: bytes to `Document`."""
