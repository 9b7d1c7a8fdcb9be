"""Trains the network on labelled statements; the same seed gives the same network."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, pad
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from checker.analysis.classifier import Window, WordPieces
from checker.training.config import TrainingConfig, TransformerConfig
from checker.training.network import SentenceNetwork
from checker.training.targets import COLUMNS

_FIRST = 6  # sentences by which the boundaries of the windows move from epoch to epoch
_MAX_NORM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A statement made ready.

    Attributes:
        pieces: Word pieces of its sentences.
        wanted: 1 where a column applies to a sentence; shape (sentences, columns).
        weight: 1 where the annotators judged the column, else 0; same shape.
    """

    pieces: Sequence[Sequence[int]]
    wanted: Tensor
    weight: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    tokens: Tensor
    pool: Tensor
    places: Tensor
    wanted: Tensor
    weight: Tensor


def fit(
    examples: Sequence[Example],
    word_pieces: WordPieces,
    config: TrainingConfig,
    base: Path,
    report: Callable[[str], None],
) -> SentenceNetwork:
    """A network trained on `examples`.

    Args:
        examples: The statements to learn from.
        word_pieces: Cuts them into windows.
        config: How long, how fast, and from which seed.
        base: Folder of the MiniLM that it starts from.
        report: Told of each epoch.
    """
    how = config.transformer
    torch.manual_seed(config.seed)
    torch.set_num_threads(1)  # two are slower here, and one is the same on every machine
    chance = random.Random(config.seed)  # noqa: S311 - shuffling, not secrecy
    network = SentenceNetwork(base, len(COLUMNS), how.dropout)
    steps = sum(len(list(word_pieces.windows(each.pieces))) for each in examples)
    total = how.epochs * (steps // how.batch_windows + 1)
    optimiser = AdamW(_parameters(network, how), weight_decay=how.weight_decay)
    rising = how.warm_up * total
    schedule = LambdaLR(
        optimiser, lambda step: min(1.0, step / rising) * max(0.0, (total - step) / total)
    )
    network.train()
    for epoch in range(how.epochs):
        losses = []
        for batch in _batches(examples, word_pieces, how.batch_windows, chance):
            loss = _loss(network, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), _MAX_NORM)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        report(f"epoch {epoch + 1} of {how.epochs}: loss {sum(losses) / len(losses):.3f}")
    network.eval()
    return network


def _parameters(network: SentenceNetwork, config: TransformerConfig) -> list[dict[str, object]]:
    moving = [each for each in network.encoder.parameters() if each.requires_grad]
    return [
        {"params": moving, "lr": config.learning_rate},
        {"params": list(network.output.parameters()), "lr": config.head_learning_rate},
    ]


def _loss(network: SentenceNetwork, batch: _Batch) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(batch.tokens, batch.pool, batch.places)
    each = binary_cross_entropy_with_logits(logits.float(), batch.wanted, reduction="none")
    # Labels that a collection does not have teach nothing; the sum counts as if all were known.
    return (each * batch.weight).sum() / batch.weight.sum() * each.shape[2]


def _batches(
    examples: Sequence[Example], word_pieces: WordPieces, size: int, chance: random.Random
) -> Iterator[_Batch]:
    """Every sentence of every example once, in a new order and with new neighbours at the edges."""
    items: list[tuple[Example, Window]] = []
    for example in examples:
        first = chance.randint(0, min(_FIRST, len(example.pieces) - 1))
        items += [(example, each) for each in word_pieces.windows(example.pieces, first=first)]
    chance.shuffle(items)
    for begun in range(0, len(items), size):
        yield _batch(items[begun : begun + size])


def _batch(items: Iterable[tuple[Example, Window]]) -> _Batch:
    """Windows side by side, each filled up to the longest."""
    items = list(items)
    tokens = max(window.tokens.shape[1] for _, window in items)
    sentences = max(len(window.positions) for _, window in items)

    def rows(values: Tensor, window: Window) -> Tensor:
        part = values[window.positions.start : window.positions.stop]
        return pad(part, (0, 0, 0, sentences - len(part)))

    return _Batch(
        tokens=torch.stack(
            [pad(torch.tensor(w.tokens[0]), (0, tokens - w.tokens.shape[1])) for _, w in items]
        ),
        pool=torch.stack(
            [
                pad(
                    torch.tensor(w.pool[0]),
                    (0, tokens - w.tokens.shape[1], 0, sentences - len(w.positions)),
                )
                for _, w in items
            ]
        ),
        places=torch.stack(
            [
                pad(torch.tensor(w.places[0]), (0, 0, 0, sentences - len(w.positions)))
                for _, w in items
            ]
        ),
        wanted=torch.stack([rows(each.wanted, w) for each, w in items]),
        weight=torch.stack([rows(each.weight, w) for each, w in items]),
    )
