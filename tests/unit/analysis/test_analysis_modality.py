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
        (["We will terminate suppliers who breach the code."], Modality.TAKEN),
        (["If a grower charges fees, we will help it to stop."], Modality.TAKEN),
        (["Workers who speak up will be protected."], Modality.TAKEN),
        (["We have not found any case of forced labour in our audits."], Modality.TAKEN),
        (["No cases were reported in the year."], Modality.TAKEN),
        (["We do not record any indicators, as any case is one too many."], Modality.NEGATED),
        (
            ["Next steps", "Training for every buyer of peas and beans at the two mills."],
            Modality.PLANNED,
        ),
        (["Next steps", "We have trained every buyer of peas."], Modality.TAKEN),
        (["We aim to visit every farm in the coming year."], Modality.PLANNED),
        (["In the coming year we will:", "- hold a course;", "- visit farms."], Modality.PLANNED),
        (
            ["We will be giving each buyer of grain or peas a card to look at if they see abuse."],
            Modality.PLANNED,
        ),
        (["We will teach every buyer what to do if they suspect abuse."], Modality.PLANNED),
        (["We will leave a mill if it holds passports."], Modality.TAKEN),
        (["If we find that a mill holds passports, we will also call its owner."], Modality.TAKEN),
        (
            ["We trained the day shift in May and will train the night shift in autumn."],
            Modality.TAKEN,
        ),
        (
            ["Forty buyers have been trained and we plan to train the others in the coming year."],
            Modality.TAKEN,
        ),
        (
            ["We have not trained the day shift but held a talk, and will train it in May."],
            Modality.NEGATED,
        ),
        (
            ["We aim to have trained the buyers by May and will then train the pickers."],
            Modality.PLANNED,
        ),
    ],
)
def test_modality_of_the_last_sentence(label, texts, modality):
    assert label(texts)[-1].modality is modality
