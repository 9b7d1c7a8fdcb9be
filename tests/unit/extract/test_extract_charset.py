import codecs

import pytest

from checker.extract.charset import decode

TEXT = "Café “Wensum” – £5"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_charset_is_found_without_a_declaration(charset):
    assert decode(TEXT.encode(charset)) == TEXT


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_charset_without_a_mark_is_found_by_its_zero_bytes(charset):
    assert decode("Modern slavery statement".encode(charset)) == "Modern slavery statement"


def test_charset_mark_wins_over_the_declaration():
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "iso-8859-1") == TEXT


def test_charset_utf_8_wins_over_a_wrong_declaration():
    assert decode(TEXT.encode(), "iso-8859-1") == TEXT


def test_charset_declared_is_used_where_the_bytes_are_not_utf_8():
    assert decode("Łódź".encode("iso-8859-2"), "ISO-8859-2") == "Łódź"


@pytest.mark.parametrize("declared", ["latin-1", "us-ascii", "no-such-charset", "base64", ""])
def test_charset_falls_back_on_windows_1252(declared):
    assert decode("“£5”".encode("cp1252"), declared) == "“£5”"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-16", ""])
def test_charset_windows_1252_is_read_whatever_is_declared(declared):
    assert decode(TEXT.encode("cp1252"), declared) == TEXT


def test_charset_of_a_page_put_together_from_pieces_is_that_of_each():
    assert decode(TEXT.encode() + b" it\x92s", "utf-8") == f"{TEXT} it’s"


def test_charset_utf_8_that_is_cut_off_keeps_what_is_whole():
    assert decode("Café “Wensum”".encode()[:-1], "utf-8").startswith("Café “Wensum")


def test_charset_never_fails_on_bytes_without_a_meaning():
    assert decode(b"\x81\x8d\xff", "utf-8") == "\ufffd\ufffdÿ"
