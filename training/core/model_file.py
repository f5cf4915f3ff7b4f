"""Writes and reads the model file BCM1 (docs/reference/model-format.md), and reads it back into a net."""

import json
import struct

import numpy as np
import torch

from net import CoreNet

BIGGEST_FLOAT_TENSOR = 4096


def quantize_rows(values):
    """int8 values and one float32 scale a row."""
    scales = (np.maximum(np.abs(values).max(1), 1e-12) / 127).astype(np.float32)
    return np.clip(np.rint(values / scales[:, None]), -127, 127).astype(np.int8), scales


class Writer:
    def __init__(self):
        self.data = bytearray()
        self.tensors = []

    def put(self, raw):
        while len(self.data) % 16:
            self.data.append(0)
        at = len(self.data)
        self.data += raw
        return at

    def text(self, name, lines):
        self.tensors.append(
            {"name": name, "shape": [len(lines), 0], "type": "text", "offset": self.put("\n".join(lines).encode("utf-8"))}
        )
        self.tensors[-1]["bytes"] = len(self.data) - self.tensors[-1]["offset"]

    def values(self, name, values):
        values = np.ascontiguousarray(values, dtype=np.float32)
        entry = {"name": name, "shape": list(values.shape)}
        if values.size > BIGGEST_FLOAT_TENSOR:
            q, scales = quantize_rows(values)
            entry.update(type="i8", offset=self.put(q.tobytes()), scale=self.put(scales.tobytes()))
        else:
            entry.update(type="f32", offset=self.put(values.tobytes()))
        self.tensors.append(entry)

    def nibbles(self, name, q, scales):
        """4-bit rows; each row starts on a byte."""
        if q.shape[1] % 2:
            q = np.pad(q, ((0, 0), (0, 1)))
        codes = (q.astype(np.int16) + 8).astype(np.uint8)
        packed = codes[:, 0::2] | (codes[:, 1::2] << 4)
        self.tensors.append(
            {
                "name": name,
                "shape": list(q.shape),
                "type": "i4",
                "offset": self.put(packed.tobytes()),
                "scale": self.put(np.asarray(scales, np.float32).tobytes()),
            }
        )

    def save(self, path, header):
        # The reader may build typed arrays over the whole of it, so the end is aligned too.
        while len(self.data) % 16:
            self.data.append(0)
        text = json.dumps({**header, "tensors": self.tensors}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        text += b" " * (-(8 + len(text)) % 16)
        with open(path, "wb") as file:
            file.write(b"BCM1" + struct.pack("<I", len(text)) + text + bytes(self.data))


def read(path):
    """The header, and every tensor by name: float32 arrays (dequantised), or lists of lines."""
    raw = open(path, "rb").read()
    assert raw[:4] == b"BCM1"
    size = struct.unpack("<I", raw[4:8])[0]
    header = json.loads(raw[8:8 + size])
    base, found = 8 + size, {}
    for entry in header["tensors"]:
        rows, columns = entry["shape"]
        at = base + entry["offset"]
        if entry["type"] == "text":
            found[entry["name"]] = raw[at:at + entry["bytes"]].decode("utf-8").split("\n")
        elif entry["type"] == "f32":
            found[entry["name"]] = np.frombuffer(raw, np.float32, rows * columns, at).reshape(rows, columns).copy()
        else:
            scales = np.frombuffer(raw, np.float32, rows, base + entry["scale"])
            if entry["type"] == "i8":
                q = np.frombuffer(raw, np.int8, rows * columns, at).reshape(rows, columns)
            else:
                wide = (columns + 1) // 2
                packed = np.frombuffer(raw, np.uint8, rows * wide, at).reshape(rows, wide)
                q = np.stack([packed & 15, packed >> 4], 2).reshape(rows, 2 * wide)[:, :columns].astype(np.int16) - 8
            found[entry["name"]] = q.astype(np.float32) * scales[:, None]
    return header, found


# Tensor names of the file and of the net, for those that are one parameter.
PLAIN = [
    ("word.embedding", "word.weight"),
    ("affix.embedding", "affix.weight"),
    ("upos.weight", "upos.weight"),
    ("upos.bias", "upos.bias"),
    ("xpos.weight", "xpos.weight"),
    ("xpos.bias", "xpos.bias"),
    ("ner.weight", "ner.weight"),
    ("ner.bias", "ner.bias"),
    ("ner.end", "end"),
    ("arc.dependent.weight", "arc_dependent.weight"),
    ("arc.dependent.bias", "arc_dependent.bias"),
    ("arc.head.weight", "arc_head.weight"),
    ("arc.head.bias", "arc_head.bias"),
    ("arc.bilinear", "arc_bilinear"),
    ("arc.headbias", "arc_headbias"),
    ("arc.distance", "arc_distance"),
    ("arc.root", "arc_root"),
    ("label.dependent.weight", "label_dependent.weight"),
    ("label.dependent.bias", "label_dependent.bias"),
    ("label.head.weight", "label_head.weight"),
    ("label.head.bias", "label_head.bias"),
    ("label.root", "label_root"),
    ("label.u", "label_u"),
    ("label.v", "label_v"),
    ("label.out", "label_out"),
    ("label.dependent.out", "label_dependent_out"),
    ("label.head.out", "label_head_out"),
    ("label.bias", "label_bias"),
]


def as_matrix(values):
    values = values.detach().numpy()
    return values[None] if values.ndim == 1 else values


def export(path, net, state, vocab, words, glove, name, version, created):
    """Writes the net with the parameters of `state` (a state dict, which may be an average)."""
    out = Writer()
    out.text("word.vocabulary", words)
    out.text("glove.vocabulary", glove.words)
    for file_name, key in PLAIN:
        out.values(file_name, as_matrix(state[key]))
    transition = (state["transition"] + net.banned).detach().numpy()
    out.values("ner.transition", transition)
    out.values("ner.start", (state["start"] + net.banned_start).detach().numpy())
    # GloVe's projection must stay in [-1, 1] too: what is more is moved into the first layer's columns.
    projection = state["projection.weight"].detach().numpy()
    excess = np.maximum(1.0, np.abs(glove.vectors @ projection.T).max(0) * 1.01).astype(np.float32)
    out.values("glove.projection", projection / excess[:, None])
    out.nibbles("glove.table", glove.q, glove.scales)
    for layer in range(net.config["layers"]):
        for direction, suffix in (("fwd", ""), ("bwd", "_reverse")):
            prefix = f"layers.{layer}."
            weight = state[prefix + "weight_ih_l0" + suffix].detach().numpy().copy()
            if layer == 0:
                weight[:, -len(excess):] *= excess[None]
            out.values(f"lstm.{layer}.{direction}.input", weight)
            out.values(f"lstm.{layer}.{direction}.recurrent", as_matrix(state[prefix + "weight_hh_l0" + suffix]))
            bias = state[prefix + "bias_ih_l0" + suffix] + state[prefix + "bias_hh_l0" + suffix]
            out.values(f"lstm.{layer}.{direction}.bias", as_matrix(bias))
    config = {"kind": "core", **net.config}
    out.save(path, {"name": name, "version": version, "created": created, "config": config, "vocab": vocab})


def load(path):
    """The net of a model file, with the dequantised weights, and its header and vocabularies."""
    header, tensors = read(path)
    vocab = header["vocab"]
    sizes = {
        "words": len(tensors["word.vocabulary"]),
        "upos": len(vocab["upos"]),
        "xpos": len(vocab["xpos"]),
        "ner": len(vocab["ner"]),
        "deprel": len(vocab["deprel"]),
    }
    net = CoreNet(header["config"], sizes, tensors["glove.table"], vocab["ner"])
    net.banned.zero_()
    net.banned_start.zero_()
    own = dict(net.named_parameters())

    def fill(key, values):
        own[key].data.copy_(torch.from_numpy(values).reshape(own[key].shape))

    for file_name, key in PLAIN:
        fill(key, tensors[file_name])
    fill("transition", tensors["ner.transition"])
    fill("start", tensors["ner.start"])
    fill("projection.weight", tensors["glove.projection"])
    for layer in range(header["config"]["layers"]):
        for direction, suffix in (("fwd", ""), ("bwd", "_reverse")):
            prefix = f"layers.{layer}."
            fill(prefix + "weight_ih_l0" + suffix, tensors[f"lstm.{layer}.{direction}.input"])
            fill(prefix + "weight_hh_l0" + suffix, tensors[f"lstm.{layer}.{direction}.recurrent"])
            fill(prefix + "bias_ih_l0" + suffix, tensors[f"lstm.{layer}.{direction}.bias"])
            own[prefix + "bias_hh_l0" + suffix].data.zero_()
    net.eval()
    return net, header, tensors
