from checker.training import GoldSentence, GoldStatement
from checker.training.common import common_wording

SHARED = "We always ask each of our growers what they pay to the people who pick."
GROUP = "The hauliers that bring our beans from the fields sign a code of fair work."


def _statement(organisation, *texts):
    return GoldStatement(
        id=organisation,
        organisation=organisation,
        collection="project",
        sentences=tuple(
            GoldSentence(
                text=text, labels=frozenset(), mitigation=False, planned=False, negated=False
            )
            for text in texts
        ),
        known=frozenset(),
        has_modality=False,
    )


def test_common_wording_stands_in_statements_of_two_unrelated_organisations():
    wording = common_wording(
        [
            _statement("Marram Foods Ltd", SHARED, GROUP),
            _statement("Wensum Mills Ltd", SHARED),
            _statement("Marram Haulage Ltd", GROUP, "We belong to Marram Foods Ltd."),
        ]
    )
    assert wording.has(SHARED)
    assert not wording.has(GROUP)


def test_common_wording_counts_an_organisation_once():
    first, second = (_statement("Marram Foods Ltd", SHARED) for _ in range(2))
    assert not common_wording([first, second]).runs
