"""Who: reads registers and says in which district a postcode lies."""
