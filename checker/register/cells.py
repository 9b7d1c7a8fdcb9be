"""Single cells of a register, brought into the form that the domain types ask for.

Each function takes the cell as it stands, without outer spaces, and raises ValueError with a
message for the person who keeps the register.
"""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}|localhost")
_IPV4 = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
# Companies House: eight digits; two letters and six digits; older societies end in a letter.
_COMPANY_NUMBER = re.compile(r"[0-9]{8}|[A-Z]{2}[0-9]{6}|[A-Z]{2}[0-9]{5}[A-Z]|R[0-9]{7}")
_ANSWERS = ("yes", "no", "unknown")


def company_number(cell: str) -> str:
    """Eight characters; leading zeros that a spreadsheet dropped are put back."""
    number = "".join(cell.split()).upper()
    if number.isdigit():
        number = number.zfill(8)
    if not _COMPANY_NUMBER.fullmatch(number):
        raise ValueError(f"{cell!r} is not a company number, such as 01234567 or SC123456.")
    return number


def website(cell: str) -> str:
    """The bare host name, with its port where one is given; scheme and path are dropped."""
    host = _host(cell if "://" in cell else f"//{cell}")
    if not host:
        raise ValueError(f"{cell!r} is not a website, such as example.co.uk.")
    return host


def web_address(cell: str) -> str:
    """The address with its scheme."""
    address = cell if "://" in cell else f"https://{cell}"
    scheme = address.split("://", maxsplit=1)[0].casefold()
    if scheme not in {"http", "https"} or " " in address or not _host(address):
        raise ValueError(f"{cell!r} is not a web address, such as https://example.co.uk/page.")
    return address


def answer(cell: str) -> str:
    """Yes, no or unknown."""
    if cell.casefold() not in _ANSWERS:
        raise ValueError(f"{cell!r} is not one of {', '.join(_ANSWERS)}.")
    return cell.casefold()


def _host(address: str) -> str:
    """Host and port of the address, or nothing where it has none that can be visited."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode()
        port = parts.port
    except ValueError:  # a bad bracket, label or port
        return ""
    if "@" in parts.netloc or not (_HOST.fullmatch(host) or _IPV4.fullmatch(host)):
        return ""
    return f"{host}:{port}" if port else host
