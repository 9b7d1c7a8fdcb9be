from itertools import pairwise

import pytest

from checker.analysis.boundaries import find_sentence_starts


def _split(text):
    cuts = [0, *find_sentence_starts(text), len(text)]
    return "|".join(text[start:end].strip() for start, end in pairwise(cuts))


@pytest.mark.parametrize(
    "expected",
    [
        "We bake.|We sell.",
        "Is it so?!|It is…|We know.",
        "We wait... and see.|Then we ask ...|They answer.",
        "2.1 Training.|We train.|2.2 We audit.|3. We report.",
        "We train.|(b) We audit.|c) we report.",
        "We (a) train staff; and (b) audit suppliers.",
        "Staff:|• buyers|✓ bakers",
        "All work.|iPhones are sold.|They post at https://example.org/aB7. x",
        "Jane Reader, Chief Executive, 3 March 2025",
    ],
)
def test_boundaries_stand_at_the_end_of_sentences_items_and_clauses(expected):
    assert _split(expected.replace("|", " ").replace("\n ", "\n")) == expected.replace("\n", "")


@pytest.mark.parametrize(
    "expected",
    [
        "Wherry Ltd. is small.|We bake.",
        "We buy from Wherry Ltd.|The rest is ours.",
        "Wherry Co. Ltd. Annual Report",
        "Wherry Inc. (Norfolk) reports.",
        "Messrs. Reader, Mr. J. R. Reader and Anna Reader, Ph.D., sign.",
        "It was J. A. Reader.|We thank her.",
        "That is Plan B.|We train.",
        "We keep St. Benedict's in King's Lynn and the one in Well St.|We train.",
        "We sell in the U.K. and the U.S.A.|Our staff travel.",
        "The U.K. Government asks from 9 a.m. Monday.",
        "We buy goods, e.g. Flour, i.e. White flour, vs. Bread, approx. Ten.",
        "We buy tea, cake, etc.|Suppliers are asked (jam, etc. included).",
        "See s. 54, s. 54(1), ss. 54-57, § 54, No. 5, no. LH24, para. 4 and fig. IV.",
        "Nobody said no.|That is the state of the art.|Good.",
        "It ended on 31. March 2023, after 31 Dec. 2022.|We met in Sept.|All came.",
        "It rose by 2.5.|Suppliers saw that.",
        "See www.example.co.uk.|Suppliers write to help@example.org.|Staff call.",
    ],
)
def test_boundaries_know_the_full_stops_of_abbreviations(expected):
    assert _split(expected.replace("|", " ")) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "“We bake.”|We sell.",
        "We call it “good work”.|She does 'good work.'|He said “Stop!” and left.",
        "“We do good work.” he said.",
        "We bake. ”|We sell.",
        "We train.|(This is by Wherry Ltd.)|We audit (see section 5).|We report.",
        "We check our chain.1|We train.[12]|We audit.²|We report on 2.5 Tonnes and s.54 Duties.",
        "We call it our “chain”.2|We train.",
        "See example.org.3 We train.",
    ],
)
def test_boundaries_stand_after_quotation_marks_brackets_and_footnotes(expected):
    assert _split(expected.replace("|", " ")) == expected
