"""What it discloses: `Document` to `Assessment`."""
