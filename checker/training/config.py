"""How the classifier is trained: corpus/training.yml, one closed object."""

from pathlib import Path
from typing import Annotated

import srsly
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.errors import CorpusError

_Share = Annotated[float, Field(ge=0, lt=1)]
_Positive = Annotated[float, Field(gt=0)]
_Count = Annotated[int, Field(gt=0)]


class TrainingConfig(BaseModel):
    """What decides the trained pipeline, beside the labelled sentences.

    Attributes:
        version: What assessments call the model.
        seed: Of every random choice.
        folds: Parts that the organisations are split into.
        epochs: Times that every sentence is read.
        learning_rate: Of the transformer.
        head_learning_rate: Of the layer that turns a sentence into logits.
        warm_up: Share of the steps in which the learning rate rises.
        weight_decay: Of AdamW.
        dropout: Before the last layer.
        batch_windows: Windows of one step.
        window_tokens: Word pieces that are read at once.
        sentence_tokens: Word pieces of a sentence that are read.
        word_sentences: Sentences that a word must stand in to have a weight of its own.
        word_inverse_penalty: How freely the words' weights may grow (C of the regression).
        neighbour_words: How much a word of the sentence before or after counts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    seed: int
    folds: Annotated[int, Field(ge=2)]
    epochs: _Count
    learning_rate: _Positive
    head_learning_rate: _Positive
    warm_up: _Share
    weight_decay: _Share
    dropout: _Share
    batch_windows: _Count
    window_tokens: Annotated[int, Field(ge=16, le=512)]
    sentence_tokens: _Count
    word_sentences: _Count
    word_inverse_penalty: _Positive
    neighbour_words: _Positive


def load_training_config(path: Path) -> TrainingConfig:
    """The configuration in the YAML file `path`.

    Raises:
        CorpusError: The file is missing or says something that cannot be.
    """
    try:
        return TrainingConfig.model_validate(srsly.read_yaml(path))
    except (OSError, ValueError, ValidationError) as error:
        raise CorpusError(f"{path}: {error}") from error
