from collections import Counter

import pytest

from checker.errors import CorpusError
from checker.register import load_postcodes, normalise_postcode
from checker.settings import data_dir


def test_postcodes_of_the_project_cover_the_seven_districts():
    postcodes = list(load_postcodes(data_dir("corpus")))

    assert len({row.postcode for row in postcodes}) == len(postcodes) == 29_502
    assert all(normalise_postcode(row.postcode) == row.postcode for row in postcodes)
    assert Counter((row.district, row.lad_code) for row in postcodes) == {
        ("Breckland", "E07000143"): 4697,
        ("Broadland", "E07000144"): 4234,
        ("Great Yarmouth", "E07000145"): 2741,
        ("King's Lynn and West Norfolk", "E07000146"): 5091,
        ("North Norfolk", "E07000147"): 4542,
        ("Norwich", "E07000148"): 3352,
        ("South Norfolk", "E07000149"): 4845,
    }


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        ("a,b\n", "expected the columns"),
        ("", "expected the columns"),
        ("postcode,district,lad_code\nNR1 1SW,Norwich\n", "line 2"),
    ],
)
def test_postcodes_say_what_is_wrong_with_the_file(tmp_path, content, says):
    path = tmp_path / "postcodes" / "norfolk.csv"
    path.parent.mkdir()
    if content is not None:
        path.write_text(content)

    with pytest.raises(CorpusError, match=says) as caught:
        list(load_postcodes(tmp_path))
    assert str(path) in str(caught.value)
