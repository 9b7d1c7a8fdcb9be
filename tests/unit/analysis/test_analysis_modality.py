import pytest

from checker.model import Modality


@pytest.mark.parametrize(
    ("texts", "modality"),
    [
        (["We trained every buyer in the spring."], Modality.TAKEN),
        (["Buyers are trained once a year."], Modality.TAKEN),
        (["We will train every buyer on the signs of abuse."], Modality.PLANNED),
        (["We plan to train every buyer."], Modality.PLANNED),
        (["Buyers are to be trained in the coming year."], Modality.PLANNED),
        (["In the coming year we will:", "- train every buyer in the group."], Modality.PLANNED),
        (["We have not trained our buyers."], Modality.NEGATED),
        (["No training was provided to buyers."], Modality.NEGATED),
        (["We have not provided training, but we intend to start."], Modality.NEGATED),
        (["We are committed to training."], Modality.UNCLEAR),
        (["We take training very seriously."], Modality.UNCLEAR),
        (["We will not tolerate forced labour at any supplier."], Modality.TAKEN),
        (["Every report will be investigated by two directors."], Modality.TAKEN),
        (["TRAINING OF BUYERS"], Modality.UNCLEAR),
    ],
)
def test_modality_of_the_last_sentence(label, texts, modality):
    assert label(texts)[-1].modality is modality
