"""Writes a trained network as a spaCy pipeline: ONNX, 8 bits a weight."""

import shutil
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
import srsly
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from checker.analysis.classifier import FACTORY, Reading, SentenceClassifier
from checker.analysis.windows import PLACES
from checker.training.network import SentenceNetwork

_OPSET = 17
_AXES = {
    "tokens": {0: "windows", 1: "tokens"},
    "pool": {0: "windows", 1: "sentences", 2: "tokens"},
    "places": {0: "windows", 1: "sentences"},
    "logits": {0: "windows", 1: "sentences"},
}


def export(network: SentenceNetwork, reading: Reading, base: Path, folder: Path) -> None:
    """Writes `network` as a spaCy pipeline to `folder`, which is not there yet.

    Args:
        network: Trained.
        reading: How it reads.
        base: Folder of the MiniLM that it started from: its word pieces.
        folder: Of the pipeline.
    """
    with TemporaryDirectory() as temporary:
        parts = Path(temporary)
        whole = parts / "float.onnx"
        inputs = (
            torch.tensor([[101, 2057, 102, 3345, 102]]),
            torch.tensor([[[0, 1.0, 0, 0, 0], [0, 0, 0, 1.0, 0]]]),
            torch.zeros(1, 2, PLACES),
        )
        torch.onnx.export(
            network.eval(),
            inputs,
            str(whole),
            input_names=["tokens", "pool", "places"],
            output_names=["logits"],
            dynamic_axes=_AXES,
            opset_version=_OPSET,
            dynamo=False,
        )
        component = parts / FACTORY
        component.mkdir()
        quantize_dynamic(
            whole,
            component / "model.onnx",
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
        shutil.copy(base / "tokenizer.json", component / "tokenizer.json")
        srsly.write_json(component / "reading.json", asdict(reading))
        nlp = spacy.blank("en")
        loaded = nlp.add_pipe(FACTORY)
        assert isinstance(loaded, SentenceClassifier)
        loaded.from_disk(component)
        nlp.to_disk(parts / "pipeline")
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(parts / "pipeline", folder)  # a folder that is there is whole
