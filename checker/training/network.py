"""The network that is trained: MiniLM over a window of sentences, one row of logits a sentence."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from checker.analysis.windows import PLACES


class SentenceNetwork(nn.Module):
    """Word pieces of a window → mean of each sentence and its place → logits.

    The word embeddings stay as they are: 16,000 sentences hold too few words to move them, and
    half of the training time went there.
    """

    def __init__(self, base: Path, labels: int, dropout: float) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base, attention_probs_dropout_prob=0.0, attn_implementation="sdpa"
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.dropout = nn.Dropout(dropout)
        self.output = nn.Linear(self.encoder.config.hidden_size + PLACES, labels)

    def forward(self, tokens: Tensor, pool: Tensor, places: Tensor) -> Tensor:
        """Logits of each sentence of each window.

        Args:
            tokens: Word pieces, 0 where a window is shorter; shape (windows, t).
            pool: What each token gives to the mean of its sentence; shape (windows, n, t).
            places: Where each sentence stands; shape (windows, n, 4).

        Returns:
            Shape (windows, n, labels).
        """
        mask = (tokens != 0).to(torch.int64)
        states = self.encoder(input_ids=tokens, attention_mask=mask).last_hidden_state
        means = torch.bmm(pool, states.float())
        logits: Tensor = self.output(self.dropout(torch.cat([means, places], dim=2)))
        return logits
