import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.register import cells, normalise_postcode

LETTERS = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DIGITS = st.sampled_from("0123456789")
OUTWARD = st.one_of(
    st.builds("".join, st.tuples(LETTERS, DIGITS)),
    st.builds("".join, st.tuples(LETTERS, LETTERS, DIGITS)),
    st.builds("".join, st.tuples(LETTERS, LETTERS, DIGITS, DIGITS)),
    st.builds("".join, st.tuples(LETTERS, LETTERS, DIGITS, LETTERS)),
)
INWARD = st.builds("".join, st.tuples(DIGITS, LETTERS, LETTERS))
SPACE = st.sampled_from(["", " ", "  ", "\t", "\u00a0"])


@given(outward=OUTWARD, inward=INWARD, spaces=st.tuples(SPACE, SPACE, SPACE), lower=st.booleans())
def test_normalise_postcode_forgets_case_and_spacing(outward, inward, spaces, lower):
    written = f"{spaces[0]}{outward}{spaces[1]}{inward}{spaces[2]}"

    assert normalise_postcode(written.lower() if lower else written) == f"{outward} {inward}"


@given(st.text(max_size=12))
def test_normalise_postcode_is_stable_or_refuses(text):
    try:
        once = normalise_postcode(text)
    except ValueError:
        return
    assert normalise_postcode(once) == once


@pytest.mark.parametrize(
    "text", ["", "Norwich", "NR1", "NR1 1S", "1AA NR1", "NR111 1AA", "NR1 1AA x"]
)
def test_normalise_postcode_refuses_what_is_none(text):
    with pytest.raises(ValueError, match="not a postcode"):
        normalise_postcode(text)


@pytest.mark.parametrize(
    ("cell", "host"),
    [
        ("wensum.example", "wensum.example"),
        ("WWW.Wensum.Example", "www.wensum.example"),
        ("https://www.wensum.example/about us?x=1#top", "www.wensum.example"),
        ("http://wensum.example./", "wensum.example"),
        ("https://wensum.example/@about", "wensum.example"),
        ("wensum.example/modern-slavery", "wensum.example"),
        ("wensum.example:8443/x", "wensum.example:8443"),
        ("localhost:8080", "localhost:8080"),
        ("127.0.0.1", "127.0.0.1"),
        ("bücher.example", "xn--bcher-kva.example"),
    ],
)
def test_website_is_a_bare_host(cell, host):
    assert cells.website(cell) == host


@pytest.mark.parametrize(
    "cell",
    ["none", "n/a", "-", "info@wensum.example", "https://u:p@wensum.example", "a.example b.example",
     "a.example; b.example", "https://", "http:/wensum.example", "wensum.example:port", "a..example",
     "[::1", f"{'a' * 64}.example", "1.2.3"],
)  # fmt: skip
def test_website_refuses_what_is_no_host(cell):
    with pytest.raises(ValueError, match="not a website"):
        cells.website(cell)


@given(st.text(max_size=40))
def test_website_is_stable_or_refuses(cell):
    try:
        once = cells.website(cell)
    except ValueError:
        return
    assert cells.website(once) == once


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1234567", "01234567"),
        ("01234567", "01234567"),
        ("445", "00000445"),
        ("sc 123456", "SC123456"),
        ("IP12345R", "IP12345R"),
    ],
)
def test_company_number_has_eight_characters(cell, number):
    assert cells.company_number(cell) == number


@pytest.mark.parametrize("cell", ["123456789", "1.23E+06", "SC12345", "unknown", "²345678"])
def test_company_number_refuses_what_is_none(cell):
    with pytest.raises(ValueError, match="not a company number"):
        cells.company_number(cell)


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("https://wensum.example/a.pdf?v=2", "https://wensum.example/a.pdf?v=2"),
        ("http://wensum.example:8080/a%20b", "http://wensum.example:8080/a%20b"),
        ("wensum.example/statement", "https://wensum.example/statement"),
    ],
)
def test_web_address_has_a_scheme(cell, address):
    assert cells.web_address(cell) == address


@pytest.mark.parametrize(
    "cell", ["ftp://wensum.example/a", "see website", "javascript:alert(1)", "file:///etc/passwd"]
)
def test_web_address_refuses_what_is_none(cell):
    with pytest.raises(ValueError, match="not a web address"):
        cells.web_address(cell)


def test_answer_takes_any_case_and_refuses_others():
    assert cells.answer("Yes") == "yes"
    with pytest.raises(ValueError, match="not one of yes, no, unknown"):
        cells.answer("maybe")
