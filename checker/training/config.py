"""How the classifier is trained: corpus/training.yml, one closed object."""

from pathlib import Path
from typing import Annotated

import srsly
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.errors import CorpusError

_Share = Annotated[float, Field(ge=0, lt=1)]
_Positive = Annotated[float, Field(gt=0)]
_Count = Annotated[int, Field(gt=0)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TransformerConfig(_Closed):
    """How the transformer is trained.

    Attributes:
        epochs: Times that every sentence is read.
        learning_rate: Of the transformer.
        head_learning_rate: Of the layer that turns a sentence into logits.
        warm_up: Share of the steps in which the learning rate rises.
        weight_decay: Of AdamW.
        dropout: Before the last layer.
        batch_windows: Windows of one step.
        window_tokens: Word pieces that are read at once.
        sentence_tokens: Word pieces of a sentence that are read.
    """

    epochs: _Count
    learning_rate: _Positive
    head_learning_rate: _Positive
    warm_up: _Share
    weight_decay: _Share
    dropout: _Share
    batch_windows: _Count
    window_tokens: Annotated[int, Field(ge=16, le=512)]
    sentence_tokens: _Count


class WordConfig(_Closed):
    """How the word weights are fitted.

    Attributes:
        least_sentences: Sentences that a word must stand in to have a weight of its own.
        inverse_penalty: How freely the weights may grow (C of the regression).
        neighbours: How much a word of the sentence before or after counts.
    """

    least_sentences: _Count
    inverse_penalty: _Positive
    neighbours: _Positive


class TrainingConfig(_Closed):
    """What decides the trained pipeline, beside the labelled sentences.

    Attributes:
        version: What assessments call the model.
        seed: Of every random choice.
        folds: Parts that the organisations are split into.
        transformer: The half that reads sentences among their neighbours.
        words: The half that knows what single words are worth.
    """

    version: str
    seed: int
    folds: Annotated[int, Field(ge=2)]
    transformer: TransformerConfig
    words: WordConfig


def load_training_config(path: Path) -> TrainingConfig:
    """The configuration in the YAML file `path`.

    Raises:
        CorpusError: The file is missing or says something that cannot be.
    """
    try:
        return TrainingConfig.model_validate(srsly.read_yaml(path))
    except (OSError, ValueError, ValidationError) as error:
        raise CorpusError(f"{path}: {error}") from error
