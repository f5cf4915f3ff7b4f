"""Writes the trained tagger as a model file (docs/reference/model-format.md) and reads it back, weights as they ship."""

import numpy as np
import torch

from model_file import Writer, read  # training/core
from polnear import LABELS
from tagger_net import Tagger

PLAIN = [("word.embedding", "word.weight"), ("affix.embedding", "affix.weight"), ("out.weight", "out.weight")]


def export(path, net, words, slots, glove, version, created):
    """`slots` is {name: its vocabulary}. The GloVe table itself stays in the core net's file."""
    state = {name: value.detach().numpy() for name, value in net.named_parameters()}
    out = Writer()
    out.text("word.vocabulary", words)
    for file_name, key in PLAIN:
        out.values(file_name, state[key])
    out.values("out.bias", state["out.bias"][None])
    transition, start, end = (value.detach().numpy() for value in net.crf())
    out.values("transition", transition)
    out.values("start", start)
    out.values("end", end)
    for at, (name, vocabulary) in enumerate(slots.items()):
        out.text(f"slot.{name}.vocabulary", vocabulary)
        out.values(f"slot.{name}.embedding", state[f"slots.{at}.weight"])
    # The projected vectors must stay in [-1, 1]: what is more is moved into the first layer's columns.
    projection = state["projection.weight"]
    excess = np.maximum(1.0, np.abs(glove.vectors @ projection.T).max(0) * 1.01).astype(np.float32)
    out.values("glove.projection", projection / excess[:, None])
    for layer in range(net.config["layers"]):
        for direction, suffix in (("fwd", ""), ("bwd", "_reverse")):
            prefix = f"lstms.{layer}."
            weight = state[prefix + "weight_ih_l0" + suffix].copy()
            if layer == 0:
                first, last = net.word_width - len(excess), net.word_width
                weight[:, first:last] *= excess[None]
                out.values(f"slot.{direction}.input", weight[:, last:])
                weight = weight[:, :last]
            out.values(f"lstm.{layer}.{direction}.input", weight)
            out.values(f"lstm.{layer}.{direction}.recurrent", state[prefix + "weight_hh_l0" + suffix])
            bias = state[prefix + "bias_ih_l0" + suffix] + state[prefix + "bias_hh_l0" + suffix]
            out.values(f"lstm.{layer}.{direction}.bias", bias[None])
    config = {"kind": "attribution", **net.config}
    out.save(path, {"name": "attribution", "version": version, "created": created, "config": config, "vocab": {"label": LABELS}})


def load(path, glove_vectors):
    """The net with the dequantised weights, its words and its slots."""
    header, tensors = read(path)
    config = header["config"]
    words = tensors["word.vocabulary"]
    slots = {name: tensors[f"slot.{name}.vocabulary"] for name in config["slots"]}
    sizes = {"words": len(words), "slots": {name: len(lines) + 1 for name, lines in slots.items()}}
    net = Tagger(config, sizes, glove_vectors, LABELS)
    net.banned.zero_()
    net.banned_start.zero_()
    net.banned_end.zero_()
    own = dict(net.named_parameters())

    def fill(key, values):
        own[key].data.copy_(torch.from_numpy(np.ascontiguousarray(values)).reshape(own[key].shape))

    for file_name, key in PLAIN + [("out.bias", "out.bias"), ("transition", "transition"), ("start", "start"), ("end", "end")]:
        fill(key, tensors[file_name])
    fill("projection.weight", tensors["glove.projection"])
    for at, name in enumerate(slots):
        fill(f"slots.{at}.weight", tensors[f"slot.{name}.embedding"])
    for layer in range(config["layers"]):
        for direction, suffix in (("fwd", ""), ("bwd", "_reverse")):
            prefix = f"lstms.{layer}."
            weight = tensors[f"lstm.{layer}.{direction}.input"]
            if layer == 0:
                weight = np.concatenate([weight, tensors[f"slot.{direction}.input"]], 1)
            fill(prefix + "weight_ih_l0" + suffix, weight)
            fill(prefix + "weight_hh_l0" + suffix, tensors[f"lstm.{layer}.{direction}.recurrent"])
            fill(prefix + "bias_ih_l0" + suffix, tensors[f"lstm.{layer}.{direction}.bias"])
            own[prefix + "bias_hh_l0" + suffix].data.zero_()
    net.eval()
    return net, words, slots
