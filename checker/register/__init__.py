"""Who: the organisations of a register, and the postcodes that place them."""

from checker.register.norfolk import load_postcodes, normalise_postcode
from checker.register.spreadsheet import RegisterImport, load_register

__all__ = ["RegisterImport", "load_postcodes", "load_register", "normalise_postcode"]
