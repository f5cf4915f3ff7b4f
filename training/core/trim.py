"""Cuts the word vectors of a trained core net to the most frequent words: python3 trim.py core.bcm --words 45000

Needs nothing but Python. Rows stand in order of frequency, so the first N are kept as they are; words past them are
unknown vectors from then on. Rewrites the file and the bytes and sha256 of model.json beside it.
"""

import argparse
import hashlib
import json
import pathlib
import struct


def trim(raw, words):
    (length,) = struct.unpack("<I", raw[4:8])
    header = json.loads(raw[8 : 8 + length])
    data = raw[8 + length :]
    out = bytearray()

    def put(part):
        while len(out) % 16:
            out.append(0)
        at = len(out)
        out.extend(part)
        return at

    for tensor in header["tensors"]:
        rows, columns = tensor["shape"]
        kind, at = tensor["type"], tensor["offset"]
        kept = min(rows, words) if tensor["name"] in ("glove.table", "glove.vocabulary") else rows
        if kind == "text":
            part = "\n".join(data[at : at + tensor["bytes"]].decode("utf-8").split("\n")[:kept]).encode("utf-8")
            tensor["bytes"] = len(part)
        else:
            part = data[at : at + kept * {"i8": columns, "i4": (columns + 1) // 2, "f32": columns * 4}[kind]]
        scales = data[tensor["scale"] : tensor["scale"] + kept * 4] if "scale" in tensor else None
        tensor["offset"] = put(part)
        if scales is not None:
            tensor["scale"] = put(scales)
        tensor["shape"] = [kept, columns]
    head = json.dumps(header, ensure_ascii=False).encode("utf-8")
    head += b" " * (-(8 + len(head)) % 16)
    return raw[:4] + struct.pack("<I", len(head)) + head + bytes(out)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=pathlib.Path)
    options.add_argument("--words", type=int, required=True)
    given = options.parse_args()
    trimmed = trim(given.file.read_bytes(), given.words)
    given.file.write_bytes(trimmed)
    card = given.file.with_name("model.json")
    model = json.loads(card.read_text())
    model.update(bytes=len(trimmed), sha256=hashlib.sha256(trimmed).hexdigest(), gloveWords=given.words)
    card.write_text(json.dumps(model, indent=2) + "\n")
    print(f"{given.file}: {len(trimmed)} bytes, {given.words} word vectors")
